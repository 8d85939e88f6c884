import { useCallback, useEffect, useState } from 'react';
import type { ProcedureName, ProcedureOutputs, ProcedurePayload } from '../../../../../src/contract/procedures';
import { call, type Failure } from '../../lib/call';

export type Answer<Data> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly data: Data };

interface Kept<Data> {
  readonly asked: string;
  readonly answer: Answer<Data>;
}

/**
 * What a procedure answers: one call when it is shown, and one when it is asked something else.
 *
 * @param payload null to ask nothing for now.
 */
export function useAnswer<Name extends ProcedureName>(
  name: Name,
  payload: ProcedurePayload<Name> | null,
): { readonly answer: Answer<ProcedureOutputs[Name]>; readonly again: () => void } {
  const [kept, setKept] = useState<Kept<ProcedureOutputs[Name]> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const asked = payload === null ? '' : JSON.stringify(payload);

  useEffect(() => {
    if (payload === null) return undefined;
    let isWanted = true;
    void call(name, payload).then((outcome) => {
      if (!isWanted) return;
      setKept({
        asked,
        answer: outcome.ok ? { phase: 'ready', data: outcome.data } : { phase: 'failed', failure: outcome.failure },
      });
    });
    return () => {
      isWanted = false;
    };
    // What is asked is the text; the payload is another object each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name, asked, attempt]);

  const again = useCallback(() => {
    setKept(null);
    setAttempt((before) => before + 1);
  }, []);
  if (asked === '') return { answer: { phase: 'idle' }, again };
  return { answer: kept?.asked === asked ? kept.answer : { phase: 'loading' }, again };
}
