import type { Usage, UsageOfEndpoint, UsageOfName } from '../../api';
import type { PageContext } from '../pageContext';

interface Column<Row> {
  readonly name: string;
  readonly shown: (row: Row) => string;
}

interface TableProps<Row> {
  readonly heading: string;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly nameOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}

function FigureTable<Row>({ heading, first, rows, nameOf, columns }: TableProps<Row>) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <table className="table calls">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={nameOf(row)}>
              <td>
                <code>{nameOf(row)}</code>
              </td>
              {columns.map(({ name, shown }) => (
                <td key={name} className="number">
                  {shown(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is billed or limited, of one run or of many. */
export function usageColumns({ t, formats }: Pick<PageContext, 't' | 'formats'>): readonly Column<Usage>[] {
  return [
    { name: t('meter.points'), shown: ({ jiraPoints }) => formats.count(jiraPoints) },
    { name: t('meter.statements'), shown: ({ sqlStatements }) => formats.count(sqlStatements) },
    { name: t('meter.sqlTime'), shown: ({ sqlMilliseconds }) => formats.milliseconds(sqlMilliseconds) },
    {
      name: t('meter.kvsUnits'),
      shown: ({ kvsReadUnits, kvsWriteUnits }) => formats.count(kvsReadUnits + kvsWriteUnits),
    },
    { name: t('meter.gbSeconds'), shown: ({ gigabyteSeconds }) => formats.amount(gigabyteSeconds) },
  ];
}

interface NameTableProps {
  readonly page: PageContext;
  readonly names: readonly UsageOfName[];
  readonly total: Usage & { readonly invocations: number };
}

/** What each function used and all of them together, and what a thousand runs would cost. */
export function NameTable({ page, names, total }: NameTableProps) {
  const { t, formats } = page;
  if (names.length === 0) return null;
  const perThousand = (total.dollars / total.invocations) * 1_000;
  return (
    <FigureTable
      heading={t('meter.byName')}
      first={t('meter.function')}
      rows={[...names, { ...total, name: t('meter.total'), dollarsPerThousand: perThousand }]}
      nameOf={({ name }) => name}
      columns={[
        { name: t('meter.runs'), shown: ({ invocations }) => formats.count(invocations) },
        ...usageColumns(page),
        { name: t('meter.dollars'), shown: ({ dollarsPerThousand }) => formats.dollars(dollarsPerThousand) },
      ]}
    />
  );
}

export function EndpointTable({
  page: { t, formats },
  endpoints,
}: {
  readonly page: PageContext;
  readonly endpoints: readonly UsageOfEndpoint[];
}) {
  return (
    <FigureTable
      heading={t('meter.byEndpoint')}
      first={t('meter.call')}
      rows={endpoints}
      nameOf={({ what }) => what}
      columns={[
        { name: t('meter.calls'), shown: ({ calls }) => formats.count(calls) },
        { name: t('meter.points'), shown: ({ points }) => formats.count(points) },
        { name: t('meter.time'), shown: ({ milliseconds }) => formats.milliseconds(milliseconds) },
      ]}
    />
  );
}
