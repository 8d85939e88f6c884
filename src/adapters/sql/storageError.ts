import { z } from 'zod';
import { Refusal } from '../../application/refusal';

const databaseError = z.object({
  context: z
    .object({ debug: z.object({ errno: z.number().optional(), sqlMessage: z.string().optional() }).optional() })
    .optional(),
  responseDetails: z.object({ status: z.number() }).optional(),
  message: z.string().optional(),
});

const NO_SUCH_TABLE = 1146;
const DUPLICATE_ENTRY = 1062;

function matches(error: unknown, errno: number, wording: RegExp): boolean {
  const parsed = databaseError.safeParse(error);
  if (!parsed.success) return false;
  const debug = parsed.data.context?.debug;
  if (debug?.errno !== undefined) return debug.errno === errno;
  return wording.test(debug?.sqlMessage ?? parsed.data.message ?? '');
}

/** Whether a table is missing: the installation is new and its migrations have not run yet. */
export function isMissingTable(error: unknown): boolean {
  return matches(error, NO_SUCH_TABLE, /table .* doesn't exist/iu);
}

/** Whether a row with the same key is there already. */
export function isDuplicate(error: unknown): boolean {
  return matches(error, DUPLICATE_ENTRY, /duplicate entry/iu);
}

/** What the caller is told of a failing database: that it may be tried again. */
export function storageFailure(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal('STORAGE_UNAVAILABLE', { retryAfterSeconds: 10, cause: error });
}
