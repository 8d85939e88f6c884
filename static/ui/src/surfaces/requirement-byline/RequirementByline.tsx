import type { RequirementStatus, StatusSummary } from '../../../../../src/contract/summary';
import { IssueLink } from '../../components/IssueLink';
import { usePage } from '../../lib/Page';
import { Headline } from '../requirement-status/Headline';
import { Explanation, Failed, Skeleton } from '../requirement-status/StatusView';
import { MEETS } from '../requirement-status/table/columns';
import { useAnswer } from '../requirement-status/useAnswer';

/** A popup is no place for more; the page has a macro for that. */
const MOST_LISTED = 20;

function Named({ title, rows }: { readonly title: string; readonly rows: readonly RequirementStatus[] }) {
  const { t } = usePage();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="heading">{title}</h2>
      <ul className="byline-list">
        {rows.slice(0, MOST_LISTED).map((row) => (
          <li key={row.id}>
            <IssueLink issue={row} /> {row.summary}
          </li>
        ))}
      </ul>
      {rows.length > MOST_LISTED && <p className="quiet">{t('byline.more', { count: rows.length - MOST_LISTED })}</p>}
    </section>
  );
}

function Seen({ summary }: { readonly summary: StatusSummary }) {
  const { t, formats } = usePage();
  const { requirements, named, at } = summary;
  if (named === 0) return <Explanation>{t('status.empty')}</Explanation>;
  const waiting = requirements.filter(MEETS.waiting);
  return (
    <>
      <Headline summary={summary} />
      {waiting.length === 0 && <p className="quiet">{t('byline.nobody')}</p>}
      <Named title={t('byline.waits')} rows={waiting} />
      <Named title={t('byline.late')} rows={requirements.filter(MEETS.late)} />
      <p className="quiet">{t('status.at', { moment: formats.moment(at) })}</p>
    </>
  );
}

/** How the requirements that the page mentions stand now, as far as the reader may see them. */
export function RequirementByline({ pageId }: { readonly pageId: string }) {
  const { t } = usePage();
  const { answer, again } = useAnswer('summary.show', pageId === '' ? null : { source: 'page', pageId });
  return (
    <main className="byline status" aria-label={t('byline.title')}>
      {answer.phase === 'ready' && <Seen summary={answer.data} />}
      {answer.phase === 'failed' && <Failed failure={answer.failure} onRetry={again} />}
      {answer.phase === 'loading' && <Skeleton />}
    </main>
  );
}
