import type { ChangeSummary, ImpactOverview } from '../../../../../../src/contract/change';
import { DraftNotice } from '../../../components/DraftNotice';
import { FailureNotice } from '../../../components/FailureNotice';
import { Form } from '../../../components/Form';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useDraft } from '../../../lib/useDraft';
import { useSubmission } from '../../../lib/useSubmission';
import { ChangeFieldSet } from './ChangeFieldSet';
import { changeProblems, NO_FIELDS, storedFields } from './fields';
import { changePayload } from './payload';
import { RAISE_DRAFT } from './raiseDraft';

interface RaiseFormProps {
  readonly overview: ImpactOverview;
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: number;
  readonly onRaised: (change: ChangeSummary) => Promise<void>;
  /** Leaves the form; what was typed stays as a draft. */
  readonly onLeave: () => void;
}

/** Raises a change request on the issue. */
export function RaiseForm({ overview, now, onRaised, onLeave }: RaiseFormProps) {
  const { t, formats, context } = usePage();
  const draft = useDraft(RAISE_DRAFT, NO_FIELDS, (stored) => ({ ...NO_FIELDS, ...storedFields(stored) }));
  const form = useSubmission(draft);

  async function raise(): Promise<void> {
    const { value, commandId } = draft;
    const raised = await form.submit({
      problems: changeProblems(value),
      send: () =>
        call('change.raise', { ...changePayload(value), commandId, issueId: context.issueId, feedbackId: null }),
    });
    if (raised !== null) await onRaised(raised);
  }

  return (
    <Form
      title={t('change.raise.title', { key: overview.issue.key })}
      submitLabel={t('change.raise.submit')}
      busy={form.command.busy}
      onSubmit={() => void raise()}
      onCancel={onLeave}
      failure={
        form.command.failure === null ? null : (
          <FailureNotice failure={form.command.failure} onRetry={() => void raise()} />
        )
      }
    >
      <DraftNotice
        restoredFrom={draft.restoredFrom}
        onDiscard={() => {
          draft.discard();
          form.forgetProblems();
        }}
      />
      <ChangeFieldSet
        value={draft.value}
        problems={form.problems}
        issue={overview.issue}
        today={formats.dayOf(now)}
        onChange={(change) => draft.update({ ...draft.value, ...change })}
      />
    </Form>
  );
}
