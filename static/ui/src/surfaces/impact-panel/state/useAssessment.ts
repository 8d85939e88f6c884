import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImpactResult } from '../../../../../../src/contract/impact';
import type { ProcedurePayload } from '../../../../../../src/contract/procedures';
import { call, type Failure } from '../../../lib/call';

export type AssessmentRequest = ProcedurePayload<'impact.assess'>;

export interface Assessment {
  /** The latest result; stays while a new one is on its way. */
  readonly result: ImpactResult | null;
  readonly failure: Failure | null;
  /** Since when it runs, by `performance.now()`; null while it does not. */
  readonly runningSince: number | null;
  readonly run: (request: AssessmentRequest) => void;
  /** Stops waiting: what still arrives is thrown away. An assessment writes nothing, so nothing has to be undone. */
  readonly cancel: () => void;
}

interface Held {
  readonly result: ImpactResult | null;
  readonly failure: Failure | null;
  readonly runningSince: number | null;
}

const NOTHING: Held = { result: null, failure: null, runningSince: null };

/** Assessments of one thing; the latest asked for counts, whichever answers first. */
export function useAssessment(): Assessment {
  const [held, setHeld] = useState(NOTHING);
  const latest = useRef(0);
  useEffect(
    () => () => {
      latest.current += 1;
    },
    [],
  );

  const run = useCallback((request: AssessmentRequest): void => {
    latest.current += 1;
    const mine = latest.current;
    setHeld((before) => ({ ...before, failure: null, runningSince: performance.now() }));
    void call('impact.assess', request).then((outcome) => {
      if (mine !== latest.current) return;
      setHeld((before) =>
        outcome.ok
          ? { ...NOTHING, result: outcome.data }
          : { ...NOTHING, result: before.result, failure: outcome.failure },
      );
    });
  }, []);

  const cancel = useCallback((): void => {
    latest.current += 1;
    setHeld((before) => ({ ...before, runningSince: null }));
  }, []);

  return { ...held, run, cancel };
}
