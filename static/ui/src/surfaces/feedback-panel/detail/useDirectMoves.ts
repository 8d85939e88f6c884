import { useState } from 'react';
import type { FeedbackDetail, FeedbackSummary } from '../../../../../../src/contract/feedback';
import type { FeedbackState, MoveTarget } from '../../../../../../src/contract/vocabulary';
import { call, type Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import type { ItemOperations } from './operations';

/** A change of state that takes one press of a button: a move without an answer, or undoing a merge. */
export type DirectMove = Extract<MoveTarget, 'acknowledged' | 'planned'> | 'unmerge';

interface Attempt {
  readonly to: DirectMove;
  readonly failure: Failure;
}

export interface DirectMoves {
  readonly busy: boolean;
  /** The move that failed, until it is tried again or dropped. */
  readonly failed: Attempt | null;
  readonly move: (to: DirectMove) => Promise<void>;
  readonly drop: () => void;
}

/**
 * Moves without a form. A move without an answer shows at once and is taken back when the back end refuses it; undoing
 * a merge waits, since where the item returns to is the back end's to say.
 */
export function useDirectMoves(item: FeedbackDetail, operations: ItemOperations): DirectMoves {
  const { t } = usePage();
  const command = useCommand();
  const [failed, setFailed] = useState<Attempt | null>(null);

  function send(to: DirectMove) {
    const target = { commandId: crypto.randomUUID(), feedbackId: item.id, expectedVersion: item.version };
    return to === 'unmerge' ? call('feedback.unmerge', target) : call('feedback.move', { ...target, to });
  }

  function showAs(state: FeedbackState): void {
    const shown: FeedbackSummary = { ...item, state };
    operations.show(shown);
  }

  async function move(to: DirectMove): Promise<void> {
    setFailed(null);
    if (to !== 'unmerge') showAs(to);
    const moved = await command.run(async () => {
      const outcome = await send(to);
      if (!outcome.ok) {
        showAs(item.state);
        if (outcome.failure.current !== undefined) operations.overtaken(outcome.failure.current);
        setFailed({ to, failure: outcome.failure });
      }
      return outcome;
    });
    if (moved === null) return;
    if (to === 'unmerge') await operations.doneWithOthers(t('unmerge.done'));
    else await operations.done(moved, t('move.done', { state: t(`state.${to}`) }));
  }

  return { busy: command.busy, failed, move, drop: () => setFailed(null) };
}
