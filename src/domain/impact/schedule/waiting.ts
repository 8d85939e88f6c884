import { quantile } from './quantile';
import { runSchedule } from './simulate';
import type { ScheduleInput } from './simulate';

/** What it does to a milestone that a decision waits, while the work that needs it cannot begin. */
export interface Waiting {
  /** Working days that the milestone moves for each working day of waiting, once it moves; 0 if it never does. */
  readonly slipPerDay: number;
  /** Whole working days one can wait before it moves; null when it moves at once or never. */
  readonly slack: number | null;
}

/** The finish that is watched: the one kept in four of five runs. */
const WATCHED = 0.8;
/** A milestone moves once it slips by more than half a working day. */
const MOVED = 0.5;
/** Over so many working days after the slack the slip per day is taken. */
const SPAN = 10;

function waitingOf(finish: Float64Array, behind: Float64Array): Waiting {
  if (behind[0] === undefined || behind[0] === -Infinity) return { slipPerDay: 0, slack: null };
  const watched = (wait: number) =>
    quantile(finish.map((done, run) => Math.max(done, wait + (behind[run] ?? 0))).sort(), WATCHED);
  const now = watched(0);
  const slack = longestWait((wait) => watched(wait) - now <= MOVED, Math.ceil(now) + 1);
  const slipPerDay = (watched(slack + SPAN) - watched(slack)) / SPAN;
  return { slipPerDay, slack: slack === 0 ? null : slack };
}

/** The greatest whole wait up to `most` that changes nothing yet; a longer one never changes less. */
function longestWait(isHarmless: (wait: number) => boolean, most: number): number {
  let harmless = 0;
  let harmful = most;
  while (harmful - harmless > 1) {
    const middle = Math.floor((harmless + harmful) / 2);
    if (isHarmless(middle)) harmless = middle;
    else harmful = middle;
  }
  return harmless;
}

/**
 * For each milestone, and last for everything, what a decision that waits does to it while the tasks of `held` may not
 * begin. Exact for every run: a finish is the later of what needs no decision and of what begins with it.
 */
export function waitingFor(input: ScheduleInput, held: readonly number[]): readonly Waiting[] {
  const { finish, behind } = runSchedule(input, held).outcome;
  return finish.map((runs, target) => waitingOf(runs, behind?.[target] ?? new Float64Array(0)));
}
