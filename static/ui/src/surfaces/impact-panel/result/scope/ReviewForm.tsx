import type { FieldProblem } from '../../../../../../../src/contract/errors';
import type { Effort, IssueLabel } from '../../../../../../../src/contract/issues';
import { REASON_LIMIT } from '../../../../../../../src/contract/limits';
import { DraftNotice } from '../../../../components/DraftNotice';
import { EffortFields } from '../../../../components/EffortFields';
import { FailureNotice } from '../../../../components/FailureNotice';
import { Form } from '../../../../components/Form';
import { TextAreaField } from '../../../../components/TextAreaField';
import { effortOf, effortProblems, typedEffort, isTypedEffort, type TypedEffort } from '../../../../lib/effort';
import { normalized, problemAt, textProblems } from '../../../../lib/fieldProblems';
import { focusOnMount } from '../../../../lib/focus';
import { usePage } from '../../../../lib/Page';
import { useDraft } from '../../../../lib/useDraft';
import { useSubmission } from '../../../../lib/useSubmission';
import type { Review } from '../../state/reviews';
import type { Reviewing } from '../reviewing';

export type ReviewKind = 'include' | 'exclude' | 'adjust';

interface ReviewFormProps {
  readonly kind: ReviewKind;
  readonly issue: IssueLabel;
  /** What it takes as far as that is known. */
  readonly effort: Effort | null;
  readonly reviewing: Reviewing;
  /** Closes the form; the focus goes back to its button, or where that is about to go, to what stays. */
  readonly onLeave: (saved: boolean) => void;
}

interface Typed {
  readonly reason: string;
  readonly effort: TypedEffort;
}

function stored(value: unknown): Typed | null {
  if (typeof value !== 'object' || value === null || !('reason' in value && 'effort' in value)) return null;
  const { reason, effort } = value;
  return typeof reason === 'string' && isTypedEffort(effort) ? { reason, effort } : null;
}

function problemsOf(kind: ReviewKind, { reason, effort }: Typed): readonly FieldProblem[] {
  const needsReason = kind !== 'adjust' || normalized(reason) !== '';
  return [
    ...(needsReason ? textProblems('reason', reason, REASON_LIMIT) : []),
    ...(kind === 'exclude' ? [] : effortProblems('effort', effort, kind === 'adjust')),
  ];
}

function reviewOf(kind: ReviewKind, issueId: string, typed: Typed): Review {
  const effort = kind === 'exclude' ? null : effortOf(typed.effort);
  if (kind !== 'adjust') return { issueId, verdict: kind, reason: typed.reason, effort };
  const reason = normalized(typed.reason) === '' ? null : typed.reason;
  return { issueId, verdict: 'adjust', reason, effort: effort ?? { low: 0, likely: 0, high: 0 } };
}

/** Says of one issue that it is (not) affected, or what it really takes, and why. */
export function ReviewForm({ kind, issue, effort, reviewing, onLeave }: ReviewFormProps) {
  const { t, announce } = usePage();
  const draft = useDraft<Typed>(`review:${kind}:${issue.id}`, { reason: '', effort: typedEffort(effort) }, stored);
  const form = useSubmission(draft);
  const { reason } = draft.value;

  async function submit(): Promise<void> {
    const review = reviewOf(kind, issue.id, draft.value);
    const saved = await form.submit({
      problems: problemsOf(kind, draft.value),
      send: async () => {
        const failure = await reviewing.save(review);
        return failure === null ? { ok: true, data: review } : { ok: false, failure };
      },
    });
    if (saved === null) return;
    announce(t('impact.review.done'));
    onLeave(true);
  }

  const problems = form.problems.map((problem) => ({ ...problem, path: problem.path.replace(/^reviews\.\d+\./u, '') }));
  return (
    <Form
      title={t(`impact.review.title.${kind}`, { key: issue.key })}
      submitLabel={t(`impact.review.submit.${kind}`)}
      busy={form.command.busy}
      onSubmit={() => void submit()}
      onCancel={() => onLeave(false)}
      failure={
        form.command.failure === null ? null : (
          <FailureNotice failure={form.command.failure} onRetry={() => void submit()} />
        )
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      {kind === 'exclude' ? null : (
        <EffortFields
          path="effort"
          value={draft.value.effort}
          problems={problems}
          firstRef={focusOnMount}
          onChange={(next) => draft.update({ ...draft.value, effort: next })}
        />
      )}
      <TextAreaField
        label={t(kind === 'adjust' ? 'impact.review.whyOptional' : 'impact.review.why')}
        hint={t('impact.review.hint')}
        rows={2}
        value={reason}
        limit={REASON_LIMIT}
        required={kind !== 'adjust'}
        problem={problemAt(t, problems, 'reason', normalized(reason).length)}
        {...(kind === 'exclude' ? { inputRef: focusOnMount } : {})}
        onChange={(next) => draft.update({ ...draft.value, reason: next })}
      />
    </Form>
  );
}
