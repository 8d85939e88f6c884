import type { FinishRange, ScheduleResult } from '../../../../../../../src/contract/impact';
import { Scroller } from '../../../../components/Scroller';
import { usePage } from '../../../../lib/Page';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly ranges: readonly (readonly ['before' | 'after', FinishRange, number | null])[];
}

function linesOf(schedule: ScheduleResult, everything: string): readonly Line[] {
  const { milestones, overall } = schedule;
  const lines = milestones.map(({ version, before, after, chance }): Line => ({
    key: version.id,
    name: version.name,
    ranges: [
      ['before', before, chance?.before ?? null],
      ['after', after, chance?.after ?? null],
    ],
  }));
  if (overall === null) return lines;
  const { before, after } = overall;
  const ranges = [
    ['before', before, null],
    ['after', after, null],
  ] as const;
  return [...lines, { key: 'all', name: everything, ranges }];
}

/** The figures of the picture. */
export function ScheduleTable({ schedule }: { readonly schedule: ScheduleResult }) {
  const { t, formats } = usePage();
  const finish = (day: string): string =>
    day >= schedule.horizon ? t('impact.schedule.beyond', { day: formats.day(schedule.horizon) }) : formats.day(day);
  return (
    <details>
      <summary>{t('impact.schedule.table')}</summary>
      <Scroller label={t('impact.schedule.table')}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('impact.schedule.milestone')}</th>
              <th scope="col">{t('impact.schedule.when')}</th>
              {(['p50', 'p80', 'p95'] as const).map((quantile) => (
                <th key={quantile} scope="col">
                  {t(`impact.schedule.${quantile}`)}
                </th>
              ))}
              <th scope="col">{t('impact.schedule.chanceShort')}</th>
            </tr>
          </thead>
          <tbody>
            {linesOf(schedule, t('impact.schedule.everything')).flatMap(({ key, name, ranges }) =>
              ranges.map(([when, { p50, p80, p95 }, chance], index) => (
                <tr key={`${key} ${when}`}>
                  {index === 0 ? (
                    <th scope="rowgroup" rowSpan={ranges.length}>
                      {name}
                    </th>
                  ) : null}
                  <th scope="row">{t(`impact.schedule.${when}`)}</th>
                  <td>{finish(p50)}</td>
                  <td className="likely">{finish(p80)}</td>
                  <td>{finish(p95)}</td>
                  <td>{chance === null ? '–' : formats.percent(chance)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}
