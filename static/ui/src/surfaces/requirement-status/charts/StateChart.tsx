import type { RequirementStatus } from '../../../../../../src/contract/summary';
import { usePage } from '../../../lib/Page';
import { ChartFrame } from './ChartFrame';

const WIDTH = 320;
const HEIGHT = 20;
const CATEGORIES = ['done', 'indeterminate', 'new'] as const;

/** How many requirements are in which kind of status, side by side in one bar. */
export function StateChart({ requirements }: { readonly requirements: readonly RequirementStatus[] }) {
  const { t, formats } = usePage();
  const counts = CATEGORIES.map((category) => ({
    category,
    count: requirements.filter(({ statusCategory }) => statusCategory === category).length,
  }));
  const scale = WIDTH / Math.max(1, requirements.length);
  const before = counts.map((_, index) => counts.slice(0, index).reduce((sum, { count }) => sum + count, 0));
  const words = formats.list(counts.map(({ category, count }) => t(`status.chart.${category}`, { count })));
  const rows = counts.map(({ category, count }) => [
    t(`status.category.${category}`),
    formats.number(count),
    formats.percent(count / Math.max(1, requirements.length)),
  ]);
  const columns = [t('status.column.status'), t('status.chart.count'), t('status.chart.share')];
  return (
    <ChartFrame title={t('status.chart.state')} words={words} columns={columns} rows={rows}>
      <svg
        className="state-chart"
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        {counts.map(({ category, count }, index) => (
          <rect
            key={category}
            className={`bar bar-${category}`}
            x={(before[index] ?? 0) * scale}
            width={count * scale}
            height={HEIGHT}
          />
        ))}
      </svg>
    </ChartFrame>
  );
}
