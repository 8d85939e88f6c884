import type { ErrorCode, ProcedureError, ProcedureResult } from '../../../../src/contract/errors';
import type { ProcedureName, ProcedureOutputs, ProcedurePayload } from '../../../../src/contract/procedures';
import { invokeProcedure } from './bridge';

/** A refusal of the back end, or `TRANSPORT`: no answer came, so whether it acted is unknown. */
export type Failure = Omit<ProcedureError, 'code' | 'reference'> & {
  readonly code: ErrorCode | 'TRANSPORT';
  readonly reference: string | null;
};

export type Outcome<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly failure: Failure };

const NO_ANSWER: Failure = { code: 'TRANSPORT', reference: null };

function isResult<T>(value: unknown): value is ProcedureResult<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'data' in value : 'error' in value;
}

async function attempt<T>(name: string, payload: object): Promise<Outcome<T> | null> {
  try {
    const answer = await invokeProcedure(name, payload);
    if (!isResult<T>(answer)) return null;
    return answer.ok ? answer : { ok: false, failure: answer.error };
  } catch {
    return null;
  }
}

/**
 * Calls a procedure. Never rejects: a lost answer is the failure `TRANSPORT`. A write that got no answer is sent once
 * more under the same command id, which the back end carries out at most once.
 */
export async function call<Name extends ProcedureName>(
  name: Name,
  payload: ProcedurePayload<Name>,
): Promise<Outcome<ProcedureOutputs[Name]>> {
  type Output = ProcedureOutputs[Name];
  const first = await attempt<Output>(name, payload);
  if (first !== null) return first;
  const second = 'commandId' in payload ? await attempt<Output>(name, payload) : null;
  return second ?? { ok: false, failure: NO_ANSWER };
}
