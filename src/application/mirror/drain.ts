import { runsOut } from './deadline';
import type { DirtyIssue, MirrorOutside } from './ports';
import { refreshProjects } from './refreshProject';
import { endIssues, storeIssues } from './storeIssues';

const BATCH = 100;

/** Asks Jira for the issues themselves, whatever the events said: twenty events on one issue cost one point. */
async function readAnew(outside: MirrorOutside, dirty: readonly DirtyIssue[]): Promise<void> {
  const fetchedAt = outside.now();
  const { found, failed } = await outside.source.issues(dirty.map(({ id }) => id));
  const answered = dirty.filter(({ id }) => !failed.includes(id));
  const { taken } = await storeIssues(outside, found, fetchedAt, 'jira');
  const there = new Set(found.map(({ id }) => id));
  const missing = answered.filter(({ id }) => !there.has(id)).map(({ id }) => id);
  const archived = taken.filter((issue) => issue.archived).map(({ id }) => id);
  await endIssues(outside, [...missing, ...archived], fetchedAt);
  await outside.mirror.clean(answered);
}

/**
 * Reads anew what was noted as changed, until nothing is left or time runs short. An issue is taken off the list only
 * after it has been stored, and stays on it if it was noted again meanwhile.
 *
 * @returns how many issues were read
 */
export async function drain(outside: MirrorOutside): Promise<number> {
  await refreshProjects(outside);
  let read = 0;
  while (!runsOut(outside)) {
    const dirty = await outside.mirror.dirty(BATCH);
    if (dirty.length > 0) await readAnew(outside, dirty);
    read += dirty.length;
    if (dirty.length < BATCH) break;
  }
  return read;
}
