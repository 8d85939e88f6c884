import { usePage } from '../../../lib/Page';

/** Holds the place of the panel while it loads. */
export function HomeSkeleton() {
  const { t } = usePage();
  return (
    <div role="status" aria-label={t('list.loading')} className="list-bones">
      <div className="toolbar">
        <span className="bone bone-filters" />
        <span className="bone bone-button" />
      </div>
      <span className="bone bone-block" />
    </div>
  );
}
