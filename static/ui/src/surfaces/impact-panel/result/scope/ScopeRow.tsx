import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import Button from '@atlaskit/button/new';
import type { ImpactRow } from '../../../../../../../src/contract/impact';
import { FailureNotice } from '../../../../components/FailureNotice';
import { IssueLink } from '../../../../components/IssueLink';
import { usePage } from '../../../../lib/Page';
import { useCommand } from '../../../../lib/useCommand';
import { effortText } from '../../state/effortText';
import type { Review } from '../../state/reviews';
import type { Reviewing } from '../reviewing';
import { PathWords } from './PathWords';
import { ReviewForm, type ReviewKind } from './ReviewForm';

/** Names the button that opens a form, so that the focus can return to it. */
function reviewButtonId(kind: ReviewKind, issueId: string): string {
  return `review-${kind}-${issueId}`;
}

interface ScopeRowProps {
  readonly row: ImpactRow;
  readonly reviewing: Reviewing | null;
}

function Facts({ row }: { readonly row: ImpactRow }) {
  const { t, formats } = usePage();
  const effort = row.effort === null ? t('impact.effort.unknown') : effortText(t, formats, row.effort);
  return (
    <p className="meta">
      <span>{row.type}</span>
      <span>{row.effort === null ? effort : t(`impact.effort.source.${row.effortSource}`, { effort })}</span>
      {row.path.length === 0 ? null : <span>{t('impact.confidence', { share: formats.percent(row.confidence) })}</span>}
    </p>
  );
}

function Actions({
  row,
  reviewing,
  onForm,
  onCleared,
}: {
  readonly row: ImpactRow;
  readonly reviewing: Reviewing;
  readonly onForm: (kind: ReviewKind) => void;
  /** What was said is taken back: the button for it is about to go. */
  readonly onCleared: () => void;
}) {
  const { t, announce } = usePage();
  const command = useCommand();
  const label = (key: 'exclude' | 'effort' | 'clear'): string => t(`impact.review.${key}Of`, { key: row.issue.key });

  async function clear(): Promise<void> {
    const review: Review = { issueId: row.issue.id, verdict: 'clear' };
    const cleared = await command.run(async () => {
      const failure = await reviewing.save(review);
      return failure === null ? { ok: true, data: review } : { ok: false, failure };
    });
    if (cleared === null) return;
    announce(t('impact.review.cleared'));
    onCleared();
  }
  return (
    <>
      <div className="row-actions">
        {row.verdict === 'exclude' ? null : (
          <>
            <Button
              id={reviewButtonId('adjust', row.issue.id)}
              appearance="subtle"
              spacing="compact"
              aria-label={label('effort')}
              onClick={() => onForm('adjust')}
            >
              {t('impact.review.effort')}
            </Button>
            <Button
              id={reviewButtonId('exclude', row.issue.id)}
              appearance="subtle"
              spacing="compact"
              aria-label={label('exclude')}
              onClick={() => onForm('exclude')}
            >
              {t('impact.review.exclude')}
            </Button>
          </>
        )}
        {row.verdict === null ? null : (
          <Button appearance="subtle" spacing="compact" aria-label={label('clear')} onClick={() => void clear()}>
            {t('impact.review.clear')}
          </Button>
        )}
      </div>
      {command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void clear()} />}
    </>
  );
}

function Verdict({ row, reviewing }: ScopeRowProps) {
  const { t } = usePage();
  if (row.verdict === null) return null;
  const reason = reviewing?.reasonOf(row.issue.id) ?? null;
  return (
    <p className="verdict small">
      {reason === null ? t(`impact.review.said.${row.verdict}`) : t(`impact.review.saidWhy.${row.verdict}`, { reason })}
    </p>
  );
}

/** One affected issue: why, how it stands, what it takes, and what a person says of it. */
export function ScopeRow({ row, reviewing }: ScopeRowProps) {
  const { t } = usePage();
  const [form, setForm] = useState<ReviewKind | null>(null);
  const line = useRef<HTMLLIElement>(null);

  function leave(kind: ReviewKind, saved: boolean): void {
    flushSync(() => setForm(null));
    (saved ? line.current : document.getElementById(reviewButtonId(kind, row.issue.id)))?.focus();
  }
  return (
    <li
      ref={line}
      tabIndex={-1}
      className={row.verdict === 'exclude' ? 'row scope-row scope-row-excluded' : 'row scope-row'}
    >
      <div className="scope-head">
        <IssueLink issue={row.issue} />
        <span className="issue-summary">{row.issue.summary}</span>
        <span className="scope-marks">
          {row.isRework ? <span className="lozenge lozenge-rework">{t('impact.scope.reworkMark')}</span> : null}
          <span className={`lozenge lozenge-status-${row.statusCategory}`}>{row.status}</span>
        </span>
      </div>
      <PathWords path={row.path} />
      <Facts row={row} />
      <Verdict row={row} reviewing={reviewing} />
      {reviewing === null || form !== null ? null : (
        <Actions row={row} reviewing={reviewing} onForm={setForm} onCleared={() => line.current?.focus()} />
      )}
      {reviewing === null || form === null ? null : (
        <ReviewForm
          kind={form}
          issue={row.issue}
          effort={row.effort}
          reviewing={reviewing}
          onLeave={(saved) => leave(form, saved)}
        />
      )}
    </li>
  );
}
