import type { StatusSummary } from '../../../../../../src/contract/summary';
import { StateChart } from './StateChart';
import { TrendChart } from './TrendChart';

/** How the requirements stand and how they came there; loaded after the figures. */
export default function Charts({ summary: { requirements, trend } }: { readonly summary: StatusSummary }) {
  return (
    <div className="charts">
      <StateChart requirements={requirements} />
      {trend.length > 1 && <TrendChart trend={trend} />}
    </div>
  );
}
