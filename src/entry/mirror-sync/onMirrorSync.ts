import { logNotice } from '../../adapters/log/log';
import { drain } from '../../application/mirror/drain';
import { resumeJobs } from '../../application/mirror/job';
import { Refusal } from '../../application/refusal';
import { mirrorOutside } from '../mirrorOutside';

/** Every five minutes: reads anew what events named, and takes up background work that lost its slice. */
export async function onMirrorSync(): Promise<void> {
  try {
    await resumeJobs(mirrorOutside);
    const read = await drain(mirrorOutside);
    if (read > 0) logNotice(`read ${read} changed issues`);
  } catch (error) {
    // The next run goes on where this one stopped.
    if (!(error instanceof Refusal)) throw error;
    logNotice(`the mirror waits: ${error.code}`);
  }
}
