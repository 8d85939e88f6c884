import { InvocationError, InvocationErrorCode } from '@forge/events';
import { logFailure } from '../../adapters/log/log';
import { noteDeletedProject } from '../../application/data/eraseProject';
import { noteEvent } from '../../application/mirror/noteEvent';
import { Refusal } from '../../application/refusal';
import { dataOutside } from '../dataOutside';
import { mirrorOutside } from '../mirrorOutside';
import { deletedProject, hintOf } from './hint';

const RETRY_AFTER_SECONDS = 60;

/** Notes what changed on the site. When it cannot be noted now, the platform is asked to send the event again. */
export async function onJiraEvent(event: unknown): Promise<InvocationError | undefined> {
  const hint = hintOf(event);
  if (hint === null) return undefined;
  try {
    const deleted = deletedProject(event);
    if (deleted !== null) await noteDeletedProject(dataOutside, deleted);
    await noteEvent(mirrorOutside, hint);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    logFailure(`an event waits: ${error.code}`);
    const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
    return new InvocationError({ retryAfter: RETRY_AFTER_SECONDS, retryReason });
  }
}
