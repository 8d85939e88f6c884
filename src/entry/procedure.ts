import type { z } from 'zod';
import { Refusal } from '../application/refusal';
import type { Outside, Viewer } from '../application/ports';
import { rememberedVisibility } from '../application/visibility';
import type { ProcedureResult } from '../contract/errors';
import type { Procedure } from '../contract/procedure';
import { fieldProblems } from './fieldProblems';
import { outside } from './outside';
import { reportError } from './reportError';

/** What the platform gives as account id when nobody is signed in. */
const NOBODY = 'unidentified';

type UseCase<Input, Output> = (outside: Outside, viewer: Viewer, input: Input) => Promise<Output>;

/** Answers a call with data or with an error code; never throws. */
export type Handler<Output> = (
  name: string,
  accountId: unknown,
  payload: unknown,
  cloudId?: unknown,
) => Promise<ProcedureResult<Output>>;

function requireViewer(accountId: unknown, cloudId: unknown): Viewer {
  if (typeof accountId !== 'string' || accountId === '' || accountId === NOBODY) throw new Refusal('NOT_SIGNED_IN');
  return { accountId, ...(typeof cloudId === 'string' ? { siteId: cloudId } : {}) };
}

function parse<Input extends z.ZodType>(input: Input, payload: unknown): z.output<Input> {
  const parsed = input.safeParse(payload);
  if (!parsed.success) throw new Refusal('INVALID_INPUT', { fields: fieldProblems(parsed.error, payload) });
  return parsed.data;
}

/** What a person may see is remembered while one call of theirs is answered. */
function outsideOfInvocation(): Outside {
  return { ...outside, visibility: rememberedVisibility(outside.visibility) };
}

/** Runs `work` and reports its failure under the name of the procedure. */
export async function reporting<Output>(name: string, work: () => Promise<Output>): Promise<ProcedureResult<Output>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    return { ok: false, error: reportError(error, name) };
  }
}

/** A procedure: its payload checked against its schema, then one use case, which authorises the action itself. */
export function handle<Input extends z.ZodType, Output>(
  procedure: Procedure<Input>,
  useCase: UseCase<z.output<Input>, Output>,
): Handler<Output> {
  return (name, accountId, payload, cloudId) =>
    reporting(name, async () =>
      useCase(outsideOfInvocation(), requireViewer(accountId, cloudId), parse(procedure.input, payload)),
    );
}
