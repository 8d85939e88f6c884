import { dailyStates, dayOf } from '../mirror/days';
import type { DaySteps } from '../mirror/days';

/** How many there are, have been begun and are done. */
interface Figures {
  readonly scope: number;
  readonly begun: number;
  readonly done: number;
}

interface DayFigures extends Figures {
  readonly day: string;
}

/** A chart shows no more points than it has room for. */
const MOST_POINTS = 60;

/**
 * How many there were and were done at the end of days, evenly spread from the first step to `at`.
 *
 * @param now what holds at `at`: steps are read some time after they were taken.
 */
export function trendOf(steps: readonly DaySteps[], at: number, now: Figures): readonly DayFigures[] {
  const days = dailyStates(steps, dayOf(at));
  const stride = Math.max(1, Math.ceil(days.length / MOST_POINTS));
  const points = days
    .filter((_, index) => (days.length - 1 - index) % stride === 0)
    .map(({ day, counts: { new: waiting, indeterminate: begun, done } }) => ({
      ...{ day, begun, done },
      scope: waiting + begun + done,
    }));
  const last = points.at(-1);
  return last === undefined ? [] : [...points.slice(0, -1), { day: last.day, ...now }];
}
