import { useState } from 'react';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { ContactView, FeedbackSummary } from '../../../../../../src/contract/feedback';
import { DraftNotice } from '../../../components/DraftNotice';
import { FailureNotice } from '../../../components/FailureNotice';
import { Form } from '../../../components/Form';
import { call } from '../../../lib/call';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { useDraft } from '../../../lib/useDraft';
import { NO_CONTACT, toContactChoice } from '../../../components/contact/contactDraft';
import { useWords } from '../state/words';
import { fieldProblems, storedFields, type FeedbackFields } from './fields';
import { FieldSet } from './FieldSet';
import { lastChannel, rememberChannel } from './lastChannel';

/** The name under which the unsaved form is kept. */
export const RECORD_DRAFT = 'record';

interface RecordFormProps {
  readonly recent: ContactView | null;
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: number;
  readonly onRecorded: (item: FeedbackSummary) => void;
  /** Leaves the form; what was typed stays as a draft. */
  readonly onLeave: () => void;
}

/** Records what a contact said about the issue. */
export function RecordForm({ recent, now, onRecorded, onLeave }: RecordFormProps) {
  const { t, formats, context } = usePage();
  const { accountId, issueId, timeZone } = context;
  const today = formats.dayOf(now);
  const words = useWords();
  const [initial] = useState<FeedbackFields>(() => ({
    text: '',
    kind: words.kinds.includes('question') ? 'question' : (words.kinds[0] ?? 'question'),
    importance: 'important',
    contact: NO_CONTACT,
    channel: lastChannel(accountId),
    saidOn: today,
  }));
  const draft = useDraft(RECORD_DRAFT, initial, (stored) => ({ ...initial, ...storedFields(stored, words.kinds) }));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const command = useCommand((failure) => {
    draft.refused(failure);
    setProblems(failure.fields ?? []);
  });

  async function record(): Promise<void> {
    const { value, commandId } = draft;
    const contact = toContactChoice(value.contact);
    const found = fieldProblems(value, today);
    setProblems(found);
    if (found.length > 0 || contact === null) return;
    const item = await command.run(() => call('feedback.record', { ...value, contact, commandId, issueId, timeZone }));
    if (item === null) return;
    rememberChannel(accountId, value.channel);
    draft.discard();
    onRecorded(item);
  }

  return (
    <Form
      title={t('record.title')}
      submitLabel={t('record.submit')}
      busy={command.busy}
      onSubmit={() => void record()}
      onCancel={onLeave}
      failure={
        command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void record()} />
      }
    >
      <DraftNotice
        restoredFrom={draft.restoredFrom}
        onDiscard={() => {
          draft.discard();
          setProblems([]);
        }}
      />
      <FieldSet
        value={draft.value}
        problems={problems}
        recent={recent}
        today={today}
        textRef={focusOnMount}
        onChange={(change) => draft.update({ ...draft.value, ...change })}
      />
    </Form>
  );
}
