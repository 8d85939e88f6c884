import { dailyStates, dayOf } from '../../domain/mirror/days';
import type { MirrorOutside, MirrorProject, NextRound } from './ports';
import { refreshVersions } from './refreshProject';
import { startAgain } from './rebuildPages';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Ends a rebuild: what it has not seen is asked for once more by name, since a search may lag behind; the versions;
 * and the days that nobody counted while they lasted.
 */
export async function fillDays(outside: MirrorOutside, { id, generation, startedAt }: MirrorProject): Promise<null> {
  await outside.mirror.noteUnseen(id, startedAt, outside.newId());
  await refreshVersions(outside, id);
  const yesterday = dayOf(outside.now() - DAY);
  await outside.mirror.saveDays(id, dailyStates(await outside.mirror.stepsByDay(id), yesterday), false);
  await outside.mirror.finishRebuild(id, generation, outside.now());
  return null;
}

const IDS_PER_STATEMENT = 1_000;

/** Compares up to 5,000 ids that Jira has with those of the mirror, both ways. */
export async function sweepPage(outside: MirrorOutside, project: MirrorProject): Promise<NextRound | null> {
  const { id, generation, startedAt, done } = project;
  const page = await outside.source.idPage(id, project.token);
  if (page === 'refused') return startAgain(outside, project, null);
  for (let start = 0; start < page.items.length; start += IDS_PER_STATEMENT) {
    const ids = page.items.slice(start, start + IDS_PER_STATEMENT);
    const present = await outside.mirror.present(id, ids);
    await outside.mirror.seen(ids, outside.now());
    const unknown = ids.filter((one) => !present.has(one));
    if (unknown.length > 0) await outside.mirror.note(unknown, outside.newId());
  }
  if (page.next !== null) return { phase: 'sweep', token: page.next, done: done + page.items.length, expected: null };
  await outside.mirror.noteUnseen(id, startedAt, outside.newId());
  await outside.mirror.finishSweep(id, generation, outside.now());
  return null;
}
