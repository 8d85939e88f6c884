import Button from '@atlaskit/button/new';
import { TITLE_LIMIT } from '../../../../../../src/contract/changeLimits';
import type { FeedbackDetail } from '../../../../../../src/contract/feedback';
import { ConflictNotice } from '../../../components/ConflictNotice';
import { FailureNotice } from '../../../components/FailureNotice';
import { askForChange, tellChanged } from '../../../lib/bridge';
import { call } from '../../../lib/call';
import { normalized } from '../../../lib/fieldProblems';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { isOpen } from '../state/filters';
import type { ItemOperations } from './operations';

interface RaiseChangeProps {
  readonly item: FeedbackDetail;
  readonly operations: ItemOperations;
}

/** The first line, cut where a title ends. */
function titleOf(text: string): string {
  const line = normalized(text).split('\n')[0] ?? '';
  return line.length > TITLE_LIMIT ? `${line.slice(0, TITLE_LIMIT - 1).trimEnd()}…` : line;
}

/** Turns feedback that wants a change into a change request in one step, and leads there once it is one. */
export function RaiseChange({ item, operations }: RaiseChangeProps) {
  const { t, context } = usePage();
  const command = useCommand();
  const { changeId, text, contact } = item;
  if (changeId !== null) {
    return (
      <div className="button-row">
        <Button onClick={() => void askForChange(changeId)}>{t('change.fromItem.show')}</Button>
      </div>
    );
  }
  if (item.kind !== 'change' || !item.may.edit || !isOpen(item) || text === null) return null;

  async function raise(said: string): Promise<void> {
    const raised = await command.run(() =>
      call('change.raise', {
        commandId: crypto.randomUUID(),
        issueId: context.issueId,
        feedbackId: item.id,
        title: titleOf(said),
        from: null,
        to: said,
        reason: t('change.fromItem.reason'),
        source: 'market',
        requestedBy: contact.name === null ? null : { id: contact.id },
        urgency: item.importance === 'critical' ? 'high' : 'normal',
        validUntil: null,
        ifNot: null,
        requirements: [],
      }),
    );
    if (raised === null) return;
    await Promise.all([operations.doneWithOthers(t('change.raise.done')), tellChanged().catch(() => undefined)]);
  }
  return (
    <div className="actions">
      <div className="button-row">
        <Button onClick={() => void raise(text)}>{t(command.busy ? 'form.saving' : 'change.fromItem.open')}</Button>
      </div>
      {command.failure === null ? null : command.failure.code === 'CONFLICT' ? (
        <ConflictNotice differences={[]} onApply={() => void raise(text)} onDrop={command.clear} />
      ) : (
        <FailureNotice failure={command.failure} onRetry={() => void raise(text)} />
      )}
    </div>
  );
}
