import { dailyStates, dayOf } from '../mirror/days';
import type { DaySteps } from '../mirror/days';

interface DayFigures {
  readonly day: string;
  readonly scope: number;
  readonly begun: number;
  readonly done: number;
}

/** A chart shows no more points than it has room for. */
const MOST_POINTS = 60;

/** How many there were and were done at the end of days, evenly spread from the first step to `at`. */
export function trendOf(steps: readonly DaySteps[], at: number): readonly DayFigures[] {
  const days = dailyStates(steps, dayOf(at));
  const stride = Math.max(1, Math.ceil(days.length / MOST_POINTS));
  return days
    .filter((_, index) => (days.length - 1 - index) % stride === 0)
    .map(({ day, counts: { new: waiting, indeterminate: begun, done } }) => ({
      ...{ day, begun, done },
      scope: waiting + begun + done,
    }));
}
