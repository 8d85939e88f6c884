import type { TrendPoint } from '../../../../../../src/contract/summary';
import { usePage } from '../../../lib/Page';
import { ChartFrame } from './ChartFrame';

const WIDTH = 320;
const HEIGHT = 120;

function path(trend: readonly TrendPoint[], of: (point: TrendPoint) => number, top: number): string {
  const [first, last] = [Date.parse(trend[0]?.day ?? ''), Date.parse(trend.at(-1)?.day ?? '')];
  const x = ({ day }: TrendPoint) => ((Date.parse(day) - first) / Math.max(1, last - first)) * WIDTH;
  const y = (point: TrendPoint) => HEIGHT - (of(point) / Math.max(1, top)) * (HEIGHT - 4);
  return trend
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point).toFixed(1)} ${y(point).toFixed(1)}`)
    .join('');
}

/** What was done of what there was, day by day: a burn-up with the line of the scope above it. */
export function TrendChart({ trend }: { readonly trend: readonly TrendPoint[] }) {
  const { t, formats } = usePage();
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined) return null;
  const top = Math.max(...trend.map(({ scope }) => scope));
  const words = t('status.chart.trendWords', {
    ...{ from: formats.day(first.day), to: formats.day(last.day) },
    ...{ done: formats.number(last.done), doneBefore: formats.number(first.done) },
    ...{ scope: formats.number(last.scope), scopeBefore: formats.number(first.scope) },
  });
  const columns = [t('status.chart.day'), t('status.chart.scope'), t('status.chart.doneLine')];
  const rows = trend.map(({ day, scope, done }) => [formats.day(day), formats.number(scope), formats.number(done)]);
  const done = path(trend, (point) => point.done, top);
  return (
    <ChartFrame title={t('status.chart.trend')} words={words} columns={columns} rows={rows}>
      <svg
        className="trend-chart"
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        <path className="area-done" d={`${done}L${String(WIDTH)} ${String(HEIGHT)}L0 ${String(HEIGHT)}Z`} />
        <path className="line line-done" d={done} />
        <path className="line line-scope" d={path(trend, (point) => point.scope, top)} />
      </svg>
      <p className="legend" aria-hidden="true">
        <span className="key key-scope" /> {t('status.chart.scope')} <span className="key key-done" />{' '}
        {t('status.chart.doneLine')}
      </p>
    </ChartFrame>
  );
}
