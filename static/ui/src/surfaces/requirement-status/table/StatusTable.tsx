import { useMemo, useState } from 'react';
import type { RequirementStatus } from '../../../../../../src/contract/summary';
import { csvOf } from '../../../lib/csv';
import { download } from '../../../lib/download';
import { usePage } from '../../../lib/Page';
import { chosenRows, linesOf, type Arrangement } from './arrange';
import { CELL_TEXT } from './cells';
import type { Column, Grouping, SortKey } from './columns';
import { Lines } from './Lines';
import { Toolbar } from './Toolbar';

interface TableProps {
  readonly caption: string;
  readonly requirements: readonly RequirementStatus[];
  readonly columns: readonly Column[];
  readonly groupBy: Grouping;
}

/** The requirements, which the reader may filter, sort and group for themselves. */
export function StatusTable({ caption, requirements, columns, groupBy }: TableProps) {
  const { t, formats, announce } = usePage();
  const [arrangement, setArrangement] = useState<Arrangement>({ text: '', focus: 'all', sort: null, groupBy });
  const rows = useMemo(() => chosenRows(requirements, arrangement), [requirements, arrangement]);
  const lines = useMemo(() => linesOf(rows, arrangement.groupBy), [rows, arrangement.groupBy]);
  const shown: readonly SortKey[] = ['key', 'summary', ...columns];

  function change(part: Partial<Arrangement>): void {
    const next = { ...arrangement, ...part };
    setArrangement(next);
    announce(t('status.left', { count: chosenRows(requirements, next).length, total: requirements.length }));
  }

  function save(): void {
    const head = shown.map((column) => t(`status.column.${column}`));
    const body = rows.map((row) => shown.map((column) => CELL_TEXT[column](row, { t, formats })));
    download(`${caption}.csv`, [csvOf([head, ...body])], 'text/csv');
  }

  return (
    <>
      <Toolbar arrangement={arrangement} onChange={change} onDownload={save} />
      {lines.length === 0 ? (
        <p className="quiet">{t('status.nothingLeft')}</p>
      ) : (
        <Lines
          caption={caption}
          lines={lines}
          columns={columns}
          sort={arrangement.sort}
          onSort={(sort) => change({ sort })}
        />
      )}
    </>
  );
}
