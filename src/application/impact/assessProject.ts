import type { ProjectSettings } from '../../contract/settings';
import { assess } from '../../domain/impact/assess';
import type { Assessment, AssessmentInputs } from '../../domain/impact/assessment';
import { gatherFacts } from '../../domain/impact/gatherFacts';
import type { ImpactSubject } from '../../domain/impact/subject';
import { tuningBy } from '../../domain/impact/trackRecord';
import { teamDay } from '../../domain/settings/day';
import { Refusal } from '../refusal';
import type { FactsFound, ImpactStore } from './ports';

/** Hourly work that failed twice in a row has left the mirror behind. */
const BEHIND_AFTER = 3 * 60 * 60 * 1_000;

interface Assessing {
  readonly impact: ImpactStore;
  readonly now: () => number;
}

/** Everything about a project that an assessment rests on, whatever is assessed. */
export type ProjectInputs = Omit<AssessmentInputs, 'subject'>;

function waitingOf({ watermark, waiting }: NonNullable<FactsFound['mirror']>, now: number): number | null {
  return now - watermark > BEHIND_AFTER ? null : waiting;
}

/**
 * Reads what the mirror knows of the project.
 *
 * @throws Refusal `MIRROR_NOT_READY` until the project has been read whole
 */
export async function projectInputs(
  { impact, now }: Assessing,
  projectId: string,
  settings: ProjectSettings,
): Promise<ProjectInputs> {
  const found = await impact.facts(projectId);
  if (found.mirror?.state !== 'ready') throw new Refusal('MIRROR_NOT_READY', { retryAfterSeconds: 30 });
  const tuning = settings.tuneLinks ? tuningBy(found.outcomes) : {};
  const waiting = waitingOf(found.mirror, now());
  return { facts: gatherFacts(found), settings, tuning, today: teamDay(now(), settings), waiting };
}

/** Assesses one way of meeting a change. */
export function assessSubject(
  project: ProjectInputs,
  subject: ImpactSubject,
): { readonly inputs: AssessmentInputs; readonly result: Assessment } {
  const inputs = { ...project, subject };
  return { inputs, result: assess(inputs) };
}
