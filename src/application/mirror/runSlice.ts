import { Refusal } from '../refusal';
import { runsOut } from './deadline';
import { push } from './job';
import type { JobPhase, JobSlice, MirrorOutside, MirrorProject, MirrorSource, NextRound } from './ports';
import { readPage } from './rebuildPages';
import { fillDays, sweepPage } from './rebuildParts';

/** A slice ends early enough for the platform to call another function meanwhile. */
const SLICE = 40_000;
const QUOTA_WAIT_SECONDS = 300;

type Round = (outside: MirrorOutside, project: MirrorProject) => Promise<NextRound | null>;

const ROUNDS: Readonly<Record<Exclude<JobPhase, 'none'>, Round>> = {
  issues: readPage,
  days: fillDays,
  sweep: sweepPage,
};

/** The statuses are asked for once a slice, since each of them costs a point; longer, and new ones would be missed. */
function askingForStatusesOnce(outside: MirrorOutside): MirrorOutside {
  const { source } = outside;
  let answer: ReturnType<MirrorSource['statusCategories']> | null = null;
  return { ...outside, source: { ...source, statusCategories: () => (answer ??= source.statusCategories()) } };
}

/** One round; false when the job is done or another slice has been faster. */
async function round(outside: MirrorOutside, project: MirrorProject): Promise<MirrorProject | null> {
  if (project.phase === 'none') return null;
  const next = await ROUNDS[project.phase](outside, project);
  if (next === null) return null;
  const { id: projectId, generation, step } = project;
  const holder = outside.newId();
  await outside.mirror.advance({ projectId, generation, step, holder, ...next, at: outside.now() });
  const saved = await outside.mirror.project(projectId);
  return saved?.holder === holder ? saved : null;
}

async function rounds(outside: MirrorOutside, slice: JobSlice): Promise<void> {
  const until = outside.now() + SLICE;
  let project = await outside.mirror.project(slice.projectId);
  if (project?.generation !== slice.generation || project.step !== slice.step) return;
  while (project !== null) {
    if (outside.now() >= until || runsOut(outside)) {
      await push(outside, { ...slice, step: project.step });
      return;
    }
    project = await round(outside, project);
  }
}

/**
 * A slice of background work: as many rounds as fit. What each round read is stored before its place is noted, so a
 * slice may die anywhere and be run again or twice: of two at the same place one finds it taken and stops. A job that
 * another has replaced stops as well.
 */
export async function runSlice(outside: MirrorOutside, slice: JobSlice): Promise<void> {
  try {
    await rounds(askingForStatusesOnce(outside), slice);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const at = outside.now();
    const wait = error.details.retryAfterSeconds ?? QUOTA_WAIT_SECONDS;
    await outside.mirror.touch(slice.projectId, slice.generation, { at, pausedUntil: at + wait * 1_000 });
    outside.log(`background work pauses: ${error.code}`);
  }
}
