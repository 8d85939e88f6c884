import { memo, useRef } from 'react';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { IssueLink } from '../../../components/IssueLink';
import { Scroller } from '../../../components/Scroller';
import { usePage } from '../../../lib/Page';
import type { Arrangement, Line } from './arrange';
import { Cell } from './cells';
import type { Column, SortKey } from './columns';

type Sort = Arrangement['sort'];

/** Longer tables scroll in a frame of their own, and only the lines in sight are there. */
const SHOWN_WHOLE = 150;
const LINE_HEIGHT = 53;
const BEYOND_SIGHT = 12;

interface HeadProps {
  readonly columns: readonly SortKey[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

function next(sort: Sort, by: SortKey): Sort {
  if (sort?.by !== by) return { by, falling: false };
  return sort.falling ? null : { by, falling: true };
}

function Head({ columns, sort, onSort }: HeadProps) {
  const { t } = usePage();
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const isSorted = sort?.by === column;
          const direction = sort?.falling === true ? 'descending' : 'ascending';
          return (
            <th key={column} scope="col" aria-sort={isSorted ? direction : 'none'}>
              <button type="button" className="sort" onClick={() => onSort(next(sort, column))}>
                {t(`status.column.${column}`)}
                <span aria-hidden="true" className="sort-mark">
                  {isSorted ? (sort.falling ? '↓' : '↑') : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly line: Line;
  readonly columns: readonly Column[];
}

function Group({ line, columns }: { readonly line: Extract<Line, { kind: 'group' }>; readonly columns: number }) {
  const { t } = usePage();
  const { name, count, done } = line;
  return (
    <th scope="colgroup" colSpan={columns} className="group">
      {name === '' ? t('status.noGroup') : name}{' '}
      <span className="quiet">{t('status.groupCount', { count, done })}</span>
    </th>
  );
}

/** Scrolling moves the lines in sight many times a second: those that stay are not drawn again. */
const Cells = memo(function Cells({ line, columns }: LineProps) {
  if (line.kind === 'group') return <Group line={line} columns={columns.length + 2} />;
  const { row } = line;
  return (
    <>
      <th scope="row">
        <IssueLink issue={row} />
      </th>
      <td className="summary">{row.summary}</td>
      {columns.map((column) => (
        <td key={column}>
          <Cell row={row} column={column} />
        </td>
      ))}
    </>
  );
});

interface LinesProps {
  readonly caption: string;
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

interface BodyProps extends Pick<LinesProps, 'lines' | 'columns'> {
  readonly virtualizer: Virtualizer<HTMLDivElement, HTMLTableRowElement>;
}

function Space({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true">
      <td className="space" style={{ height }} />
    </tr>
  );
}

/** The lines in sight, between two spaces as high as those that are not. */
function LinesInSight({ lines, columns, virtualizer }: BodyProps) {
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return (
    <tbody>
      <Space height={first?.start ?? 0} />
      {items.map(({ index, key }) => {
        const line = lines[index];
        return line === undefined ? null : (
          <tr key={key} data-index={index} ref={virtualizer.measureElement} aria-rowindex={index + 2}>
            <Cells line={line} columns={columns} />
          </tr>
        );
      })}
      <Space height={virtualizer.getTotalSize() - (last?.end ?? 0)} />
    </tbody>
  );
}

/** The table itself. */
export function Lines({ caption, lines, columns, sort, onSort }: LinesProps) {
  const { t } = usePage();
  const scroller = useRef<HTMLDivElement>(null);
  const isLong = lines.length > SHOWN_WHOLE;
  // Its functions change with what they return, which no compiler of ours would notice: none is used.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: isLong ? lines.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: BEYOND_SIGHT,
  });
  return (
    <Scroller label={t('status.tableOf', { title: caption })} isLong={isLong} scrollerRef={scroller}>
      <table className="status-table" aria-rowcount={lines.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <Head columns={['key', 'summary', ...columns]} sort={sort} onSort={onSort} />
        {isLong ? (
          <LinesInSight lines={lines} columns={columns} virtualizer={virtualizer} />
        ) : (
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <Cells line={line} columns={columns} />
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </Scroller>
  );
}
