import { useState } from 'react';
import type { ChangeDetail } from '../../../../../../src/contract/change';
import { canFreeze, canVerify, changeMovesFrom } from '../../../../../../src/contract/changeLifecycle';
import type { ChangeMove } from '../../../../../../src/contract/changeVocabulary';
import { call, type Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { target, type ChangeOperations } from './operations';

/** A step that takes one press of a button. */
export type DirectStep = Exclude<ChangeMove, 'withdrawn'> | 'freeze' | 'verify';

export interface DirectSteps {
  /** The step under way. */
  readonly busy: DirectStep | null;
  readonly failed: { readonly step: DirectStep; readonly failure: Failure } | null;
  readonly take: (step: DirectStep) => Promise<void>;
  readonly drop: () => void;
}

/** The steps that suit the state, the usual next one first. */
export function stepsFrom({ state }: Pick<ChangeDetail, 'state'>): readonly DirectStep[] {
  const moves = changeMovesFrom(state).filter((move) => move !== 'withdrawn');
  return [...(canFreeze(state) ? ['freeze' as const] : []), ...(canVerify(state) ? ['verify' as const] : []), ...moves];
}

/** Steps without a form. */
export function useDirectSteps(change: ChangeDetail, operations: ChangeOperations): DirectSteps {
  const { t } = usePage();
  const command = useCommand(({ code }) => {
    if (code === 'CONFLICT') operations.overtaken();
  });
  const [step, setStep] = useState<DirectStep | null>(null);

  function send(wanted: DirectStep) {
    const on = target(change, crypto.randomUUID());
    if (wanted === 'freeze') return call('change.freeze', on);
    if (wanted === 'verify') return call('change.verify', on);
    return call('change.move', { ...on, to: wanted, reason: null });
  }

  async function take(wanted: DirectStep): Promise<void> {
    setStep(wanted);
    const saved = await command.run(() => send(wanted));
    if (saved !== null) await operations.done(t(`change.stepDone.${wanted}`));
  }

  return {
    busy: command.busy ? step : null,
    failed: step === null || command.failure === null ? null : { step, failure: command.failure },
    take,
    drop: command.clear,
  };
}
