import type { ReactNode } from 'react';
import { usePage } from '../../../../lib/Page';
import type { Translate } from '../../../../lib/i18n';
import type { ImportPlan, LineProblem, PlannedLine } from '../csv/plan';

/** How many lines of each kind are listed. */
const MOST_LISTED = 100;

function reasonOf(t: Translate, { rule, limit = 0 }: LineProblem): string {
  switch (rule) {
    case 'quotes':
    case 'too_many_cells':
    case 'over_limit':
    case 'too_long':
    case 'repeated':
      return t(`people.import.rule.${rule}`, { limit });
    default:
      return t(`field.${rule}`, { limit, length: 0 });
  }
}

interface TableProps {
  readonly title: string;
  readonly columns: readonly string[];
  /** Each with a key. */
  readonly rows: readonly (readonly [string, ...ReactNode[]])[];
}

function Table({ title, columns, rows }: TableProps) {
  const { t } = usePage();
  return (
    <>
      <h3 className="heading-small">{title}</h3>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable */}
      <div className="scrolled" tabIndex={0} role="region" aria-label={title}>
        <table className="plan">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_LISTED).map(([key, ...cells]) => (
              <tr key={key}>
                {columns.map((column, index) => (
                  <td key={column}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length <= MOST_LISTED ? null : (
        <p className="quiet">{t('people.import.others', { count: rows.length - MOST_LISTED })}</p>
      )}
    </>
  );
}

function linesIn(problems: readonly LineProblem[]): number {
  return new Set(problems.map(({ line }) => line)).size;
}

function BadLines({ problems }: { readonly problems: readonly LineProblem[] }) {
  const { t } = usePage();
  return (
    <Table
      title={t('people.import.bad', { count: linesIn(problems) })}
      columns={[t('people.import.line'), t('people.import.cell'), t('people.import.why')]}
      rows={problems.map((problem) => [
        `${String(problem.line)} ${problem.column ?? ''} ${problem.rule}`,
        problem.line,
        problem.column === null ? t('people.import.wholeLine') : t(`people.column.${problem.column}`),
        reasonOf(t, problem),
      ])}
    />
  );
}

function GoodLines({ lines }: { readonly lines: readonly PlannedLine[] }) {
  const { t } = usePage();
  return (
    <Table
      title={t('people.import.good')}
      columns={[t('people.import.line'), t('people.column.client'), t('people.column.name'), t('people.import.fate')]}
      rows={lines.map(({ line, cells, fate }) => [
        String(line),
        line,
        cells.client ?? '',
        cells.name ?? '',
        t(`people.import.fates.${fate}`),
      ])}
    />
  );
}

/** What an import would do: figures, then each bad line with its cell and the reason, then the others. */
export function PlanTables({ plan }: { readonly plan: ImportPlan }) {
  const { t, formats } = usePage();
  const { lines, problems, ignored } = plan;
  const count = (fate: PlannedLine['fate']) => lines.filter((line) => line.fate === fate).length;
  const counts = { added: count('new'), updated: count('updated'), unchanged: count('unchanged') };
  return (
    <>
      <p role="status">{t('people.import.summary', { ...counts, bad: linesIn(problems) })}</p>
      {ignored.length === 0 ? null : (
        <p className="quiet">{t('people.import.ignored', { names: formats.list(ignored) })}</p>
      )}
      {problems.length === 0 ? null : <BadLines problems={problems} />}
      {lines.length === 0 ? null : <GoodLines lines={lines} />}
    </>
  );
}
