import { usePage } from '../../../lib/Page';

/** Holds the place of an item while it loads. */
export function DetailSkeleton() {
  const { t } = usePage();
  return (
    <div role="status" aria-label={t('detail.loading')} className="bones">
      <span className="bone bone-block" />
      <span className="bone bone-text" />
      <span className="bone bone-meta" />
    </div>
  );
}
