import { Queue } from '@forge/events';
import type { MirrorQueue } from '../../application/mirror/ports';

/** Background work of the mirror in the platform's queue; at least once, in any order. */
export const rebuildQueue: MirrorQueue = {
  async push({ projectId, generation, step }) {
    await new Queue({ key: 'mirror-rebuild' }).push({ body: { projectId, generation, step } });
  },
};
