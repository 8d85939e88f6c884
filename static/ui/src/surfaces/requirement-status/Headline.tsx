import type { RequirementStatus, StatusSummary } from '../../../../../src/contract/summary';
import { Notice } from '../../components/Notice';
import { usePage } from '../../lib/Page';

function total(requirements: readonly RequirementStatus[], of: (row: RequirementStatus) => number): number {
  return requirements.reduce((sum, row) => sum + of(row), 0);
}

/** Says in a sentence how the requirements stand, and how many of them the reader may see. */
export function Headline({ summary: { requirements, named, isCut } }: { readonly summary: StatusSummary }) {
  const { t, formats } = usePage();
  const done = total(requirements, ({ statusCategory }) => (statusCategory === 'done' ? 1 : 0));
  const open = total(requirements, ({ openFeedback }) => openFeedback);
  const overdue = total(requirements, ({ overdueFeedback }) => overdueFeedback);
  return (
    <header className="headline">
      <p className="headline-words">
        {t('status.headline', { count: requirements.length, done })} {t('status.waiting', { count: open, overdue })}
      </p>
      {requirements.length < named && (
        <Notice tone="information">
          <p>{t('status.partial', { seen: formats.number(requirements.length), named: formats.number(named) })}</p>
        </Notice>
      )}
      {isCut && <p className="quiet">{t('status.cut')}</p>}
    </header>
  );
}
