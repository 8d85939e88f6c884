import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { logFailure } from '../../adapters/log/log';
import { sqlPageNotes } from '../../adapters/sql/sqlPageNotes';
import { Refusal } from '../../application/refusal';

const RETRY_AFTER_SECONDS = 60;
const pageEvent = z.object({
  content: z.object({
    id: z
      .union([z.string(), z.number()])
      .transform(String)
      .pipe(z.string().regex(/^\d{1,20}$/u)),
  }),
});

/**
 * Notes a page that has changed: one statement, no request. When it cannot be noted now, the platform is asked to send the
 * event again.
 *
 * @see https://developer.atlassian.com/platform/forge/events-reference/confluence/
 */
export async function onPageEvent(event: unknown): Promise<InvocationError | undefined> {
  const parsed = pageEvent.safeParse(event);
  if (!parsed.success) return undefined;
  try {
    await sqlPageNotes.note(parsed.data.content.id, Date.now());
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    logFailure(`an event of a page waits: ${error.code}`);
    const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
    return new InvocationError({ retryAfter: RETRY_AFTER_SECONDS, retryReason });
  }
}
