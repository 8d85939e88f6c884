import type { JobSlice, MirrorOutside, MirrorProject } from './ports';

/** A job that nobody has touched for so long has lost its slice. */
const LOST_AFTER = 3 * 60 * 1000;

/** Puts the next slice into the queue; when that fails, the schedule does it later. */
export async function push(outside: MirrorOutside, slice: JobSlice): Promise<void> {
  try {
    await outside.queue.push(slice);
  } catch (error) {
    outside.log(
      `a slice of background work waits for the schedule: ${error instanceof Error ? error.name : 'unknown'}`,
    );
  }
}

/** Begins to read a project whole, or to compare its ids, from the start; an older job on it ends by itself. */
export async function beginJob(
  outside: MirrorOutside,
  { id, key, commandId }: Pick<MirrorProject, 'id' | 'key' | 'commandId'>,
  phase: 'issues' | 'sweep',
): Promise<void> {
  const generation = outside.newId();
  await outside.mirror.begin({ id, key, commandId, generation, phase }, outside.now());
  await push(outside, { projectId: id, generation, step: 0 });
}

/** Takes up again what lost its slice: an invocation died, the queue refused, or Jira's quota was spent. */
export async function resumeJobs(outside: MirrorOutside): Promise<void> {
  const now = outside.now();
  for (const { id, generation, step, phase, touchedAt, pausedUntil } of await outside.mirror.projects()) {
    if (phase === 'none' || touchedAt > now - LOST_AFTER || pausedUntil > now) continue;
    await outside.mirror.touch(id, generation, { at: now, pausedUntil: 0 });
    await push(outside, { projectId: id, generation, step });
  }
}
