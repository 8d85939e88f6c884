import type { ReactNode } from 'react';
import type { RequirementStatus } from '../../../../../../src/contract/summary';
import { IssueLink } from '../../../components/IssueLink';
import type { Formats } from '../../../lib/formats';
import { usePage } from '../../../lib/Page';
import { DIFFERENCES, type Difference, type DifferenceKind } from './compare';

function planned({ milestone }: RequirementStatus, formats: Formats): string {
  if (milestone === null) return '–';
  return milestone.releaseDate === null ? milestone.name : `${milestone.name}, ${formats.day(milestone.releaseDate)}`;
}

function FromTo({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = usePage();
  return from === to ? <>{to}</> : <>{t('edition.fromTo', { from, to })}</>;
}

function Row({ difference: { row, before, kinds } }: { readonly difference: Difference }) {
  const { t, formats } = usePage();
  const was = before ?? row;
  return (
    <tr>
      <th scope="row">
        <IssueLink issue={row} />
      </th>
      <td className="summary">
        <FromTo from={was.summary} to={row.summary} />
      </td>
      <td>{formats.list(kinds.map((kind) => t(`edition.kind.${kind}`)))}</td>
      <td>
        <FromTo from={was.status} to={row.status} />
      </td>
      <td>
        <FromTo from={planned(was, formats)} to={planned(row, formats)} />
      </td>
    </tr>
  );
}

interface ComparisonProps {
  /** What is compared with what. */
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly isOpen: boolean;
  readonly children?: ReactNode;
}

/** What changed in total in a sentence, and requirement by requirement behind it. */
export function Comparison({ title, differences, isOpen, children }: ComparisonProps) {
  const { t } = usePage();
  const count = (kind: DifferenceKind) => differences.filter(({ kinds }) => kinds.includes(kind)).length;
  const [added, removed, changed, moved, late] = DIFFERENCES.map(count);
  const columns = ['key', 'summary', 'change', 'status', 'milestone'] as const;
  return (
    <div className="comparison">
      <p>
        <strong>{title}</strong>{' '}
        {differences.length === 0
          ? t('edition.same')
          : t('edition.totals', {
              ...{
                added: added ?? 0,
                removed: removed ?? 0,
                changed: changed ?? 0,
                moved: moved ?? 0,
                late: late ?? 0,
              },
            })}
      </p>
      {children}
      {differences.length > 0 && (
        <details open={isOpen}>
          <summary>{t('edition.each')}</summary>
          <div className="chart-figures">
            <table className="status-table">
              <caption className="visually-hidden">{title}</caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column === 'change' ? t('edition.change') : t(`status.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differences.map((difference) => (
                  <Row key={difference.row.id} difference={difference} />
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </div>
  );
}
