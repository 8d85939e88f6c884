import { z } from 'zod';
import { runSlice } from '../../application/mirror/runSlice';
import { mirrorOutside } from '../mirrorOutside';

const event = z.object({
  body: z.object({ projectId: z.string(), generation: z.string(), step: z.int().min(0) }),
});

/**
 * A slice of the mirror's background work, from the queue.
 *
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export async function onMirrorRebuild(received: unknown): Promise<void> {
  await runSlice(mirrorOutside, event.parse(received).body);
}
