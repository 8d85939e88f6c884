import type { RequirementStatus } from '../../../../../../src/contract/summary';
import { IssueLink } from '../../../components/IssueLink';
import type { Formats } from '../../../lib/formats';
import type { Translate } from '../../../lib/i18n';
import { usePage } from '../../../lib/Page';
import type { Column, SortKey } from './columns';

interface CellProps {
  readonly row: RequirementStatus;
}

function Progress({ row: { progress, key } }: CellProps) {
  const { t } = usePage();
  if (progress === null) return <span className="quiet">{t('status.noWork')}</span>;
  return (
    <span className="progress">
      <progress max={progress.total} value={progress.done} aria-label={t('status.progressOf', { key })} />
      <span>{t('status.progress', { done: progress.done, total: progress.total })}</span>
    </span>
  );
}

function Milestone({ row: { milestone, isLate } }: CellProps) {
  const { formats, t } = usePage();
  if (milestone === null) return <span className="quiet">{t('status.noMilestone')}</span>;
  const { name, releaseDate, expected } = milestone;
  const slips = expected !== null && releaseDate !== null && expected > releaseDate;
  return (
    <span className="stacked">
      <span>{name}</span>
      {releaseDate === null ? null : (
        <span className={isLate ? 'overdue' : 'quiet'}>
          {isLate ? t('status.lateSince', { day: formats.day(releaseDate) }) : formats.day(releaseDate)}
        </span>
      )}
      {expected === null ? null : (
        <span className={slips ? 'at-risk' : 'quiet'}>{t('status.expected', { day: formats.day(expected) })}</span>
      )}
    </span>
  );
}

function Feedback({ row: { openFeedback, overdueFeedback } }: CellProps) {
  const { t, formats } = usePage();
  if (openFeedback === 0) return <span className="quiet">{formats.number(0)}</span>;
  return (
    <>
      {formats.number(openFeedback)}
      {overdueFeedback === 0 ? null : (
        <span className="overdue"> {t('status.overdue', { count: overdueFeedback })}</span>
      )}
    </>
  );
}

function Changes({ row: { changes } }: CellProps) {
  const { t, formats } = usePage();
  if (changes.length === 0) return <span className="quiet">{formats.number(0)}</span>;
  return (
    <span className="stacked">
      {changes.map(({ number, tier, isWaiting }) => (
        <span key={number}>
          {t('status.change', { number })}
          {tier === null ? null : <span className={`tier tier-${tier}`}>{t(`change.tier.${tier}`)}</span>}
          {isWaiting ? <span className="at-risk"> {t('status.waits')}</span> : null}
        </span>
      ))}
    </span>
  );
}

/** What a column shows of a requirement. */
export function Cell({ row, column }: CellProps & { readonly column: Column }) {
  switch (column) {
    case 'status':
      return <span className={`category category-${row.statusCategory}`}>{row.status}</span>;
    case 'progress':
      return <Progress row={row} />;
    case 'milestone':
      return <Milestone row={row} />;
    case 'feedback':
      return <Feedback row={row} />;
    case 'changes':
      return <Changes row={row} />;
    case 'parent':
      return row.parent === null ? null : <IssueLink issue={row.parent} />;
    case 'components':
      return <>{row.components.join(', ')}</>;
    case 'clients':
      return <>{row.clients.join(', ')}</>;
  }
}

type Text = (row: RequirementStatus, page: { readonly t: Translate; readonly formats: Formats }) => string;

/** The same as texts, for a file. */
export const CELL_TEXT: Readonly<Record<SortKey, Text>> = {
  key: ({ key }) => key,
  summary: ({ summary }) => summary,
  status: ({ status }) => status,
  progress: ({ progress }, { t }) =>
    progress === null ? '' : t('status.progress', { done: progress.done, total: progress.total }),
  milestone: ({ milestone }) => [milestone?.name ?? '', milestone?.releaseDate ?? ''].join(' ').trim(),
  feedback: ({ openFeedback }, { formats }) => formats.number(openFeedback),
  changes: ({ changes }, { t }) => changes.map(({ number }) => t('status.change', { number })).join(', '),
  parent: ({ parent }) => parent?.key ?? '',
  components: ({ components }) => components.join(', '),
  clients: ({ clients }) => clients.join(', '),
};
