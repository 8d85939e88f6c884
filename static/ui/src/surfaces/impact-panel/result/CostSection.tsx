import type { CostResult } from '../../../../../../src/contract/impact';
import type { Effort } from '../../../../../../src/contract/issues';
import { Scroller } from '../../../components/Scroller';
import { usePage } from '../../../lib/Page';

interface CostSectionProps {
  readonly cost: CostResult;
  readonly currency: string;
}

interface Line {
  readonly key: 'effort' | 'rework' | 'money' | 'reworkMoney' | 'fixed';
  readonly figures: Effort;
  readonly isMoney: boolean;
}

function linesOf({ effort, rework, money, reworkMoney, fixed }: CostResult): readonly Line[] {
  const same = { low: fixed, likely: fixed, high: fixed };
  return [
    { key: 'effort', figures: effort, isMoney: false },
    { key: 'rework', figures: rework, isMoney: false },
    ...(money === null ? [] : [{ key: 'money', figures: money, isMoney: true } as const]),
    ...(reworkMoney === null ? [] : [{ key: 'reworkMoney', figures: reworkMoney, isMoney: true } as const]),
    ...(fixed === 0 ? [] : [{ key: 'fixed', figures: same, isMoney: true } as const]),
  ];
}

/** What it costs: low, likely and high, rework apart. */
export function CostSection({ cost, currency }: CostSectionProps) {
  const { t, formats } = usePage();
  const shown = (value: number, isMoney: boolean): string =>
    isMoney ? formats.money(value, currency) : formats.number(value);
  return (
    <>
      <Scroller label={t('impact.cost.table')}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('impact.cost.what')}</th>
              <th scope="col">{t('impact.effort.low')}</th>
              <th scope="col">{t('impact.effort.likely')}</th>
              <th scope="col">{t('impact.effort.high')}</th>
            </tr>
          </thead>
          <tbody>
            {linesOf(cost).map(({ key, figures, isMoney }) => (
              <tr key={key}>
                <th scope="row">{t(`impact.cost.line.${key}`)}</th>
                <td>{shown(figures.low, isMoney)}</td>
                <td className="likely">{shown(figures.likely, isMoney)}</td>
                <td>{shown(figures.high, isMoney)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {cost.budgetShare === null ? null : (
        <p>{t('impact.cost.budget', { share: formats.percent(cost.budgetShare / 100) })}</p>
      )}
      <p className="quiet small">{t('impact.cost.explanation')}</p>
    </>
  );
}
