import { usePage } from '../../../lib/Page';

const ROWS = ['first', 'second', 'third'];

/** Holds the place of the list while it loads. */
export function ListSkeleton() {
  const { t } = usePage();
  return (
    <div role="status" aria-label={t('list.loading')} className="list-bones">
      <div className="toolbar">
        <span className="bone bone-filters" />
        <span className="bone bone-button" />
      </div>
      <ul className="rows" aria-hidden="true">
        {ROWS.map((row) => (
          <li key={row} className="row">
            <span className="bone bone-top" />
            <span className="bone bone-text" />
            <span className="bone bone-meta" />
          </li>
        ))}
      </ul>
    </div>
  );
}
