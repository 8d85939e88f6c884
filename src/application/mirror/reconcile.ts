import { dayOf } from '../../domain/mirror/days';
import { runsOut } from './deadline';
import { beginJob } from './job';
import type { MirrorOutside, MirrorProject } from './ports';
import { refreshProject } from './refreshProject';
import { storeIssues } from './storeIssues';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
/** Searches lag behind changes, and clocks differ. */
const OVERLAP = 10 * MINUTE;
const REBUILD_EVERY = 7 * DAY;
const FORGET_AFTER = 30 * DAY;

/**
 * Reads what changed since the watermark, whether or not an event said so. The watermark moves with each page stored,
 * so an invocation that runs out of time loses nothing.
 */
async function readChanges(outside: MirrorOutside, { id, watermark }: MirrorProject): Promise<void> {
  const began = outside.now();
  const withinMinutes = Math.ceil((began - watermark + OVERLAP) / MINUTE);
  let token: string | null = null;
  do {
    const fetchedAt = outside.now();
    const page = await outside.source.changedPage(id, withinMinutes, token);
    if (page === 'refused') {
      await outside.mirror.noteProject(id, outside.newId(), false);
      return;
    }
    await storeIssues(outside, page.items, fetchedAt, 'search');
    token = page.next;
    const reached = page.items.at(-1)?.updated;
    if (token !== null && reached !== undefined) await outside.mirror.moveWatermark(id, Math.min(reached, began));
  } while (token !== null && !runsOut(outside));
  if (token === null) await outside.mirror.moveWatermark(id, began);
}

/**
 * Finds what no event and no search tells of, deletions above all: 1 point as long as the numbers agree. If they do not,
 * the project itself may be gone; else its ids are compared one by one.
 */
async function compareCounts(outside: MirrorOutside, project: MirrorProject): Promise<void> {
  const [count, mirrored] = await Promise.all([outside.source.count(project.id), outside.mirror.counts(project.id)]);
  // What is still to be read would differ, and will have been read an hour later.
  if (mirrored.waiting > 0) return;
  if (count === mirrored.issues) {
    await outside.mirror.counted(project.id, outside.now());
    return;
  }
  await refreshProject(outside, project);
  const still = await outside.mirror.project(project.id);
  if (still?.state === 'ready' && still.phase === 'none') await beginJob(outside, still, 'sweep');
}

async function reconcileProject(outside: MirrorOutside, project: MirrorProject): Promise<void> {
  const now = outside.now();
  if (project.state === 'gone') {
    // It may have been restored without a word.
    if (project.countedAt < now - DAY) {
      await outside.mirror.counted(project.id, now);
      await refreshProject(outside, project);
    }
    return;
  }
  if (project.state !== 'ready') return;
  await readChanges(outside, project);
  if (project.countedAt < now - DAY) await compareCounts(outside, project);
}

/** Links leave no trace in `updated`: a weekly reading repairs what lost events left behind, one project an hour. */
async function beginWeekly(outside: MirrorOutside, projects: readonly MirrorProject[]): Promise<void> {
  const due = projects
    .filter(({ state, phase }) => state === 'ready' && phase === 'none')
    .filter(({ rebuiltAt }) => (rebuiltAt ?? 0) < outside.now() - REBUILD_EVERY)
    .toSorted((a, b) => (a.rebuiltAt ?? 0) - (b.rebuiltAt ?? 0));
  if (due[0] !== undefined) await beginJob(outside, due[0], 'issues');
}

/** Writes how many issues are in each category today; the last hour's figures are the day's. */
async function countToday(outside: MirrorOutside, projects: readonly MirrorProject[]): Promise<void> {
  const counts = await outside.mirror.countsByCategory();
  const day = dayOf(outside.now());
  for (const { id, state } of projects) {
    const today = counts.get(id) ?? { new: 0, indeterminate: 0, done: 0 };
    if (state === 'ready') await outside.mirror.saveDays(id, [{ day, counts: today }], true);
  }
}

/** The mirror's hourly upkeep: see the decision record on the mirror. */
export async function reconcile(outside: MirrorOutside): Promise<void> {
  for (const project of await outside.mirror.projects()) {
    if (runsOut(outside)) return;
    await reconcileProject(outside, project);
  }
  const projects = await outside.mirror.projects();
  if (projects.length === 0) return;
  await beginWeekly(outside, projects);
  await countToday(outside, projects);
  await outside.mirror.forget(outside.now() - FORGET_AFTER);
}
