import { dayOf } from '../mirror/days';
import { forecastFinish } from '../forecast/forecast';
import type { ReportRow } from './report';

const DAY = 24 * 60 * 60 * 1000;
const CONFIDENCE = 0.8;
/** What is further away than ten years is no forecast any more. */
const FARTHEST = 3_650;
/** Milestones for which a forecast is made, the next ones first. */
const MOST_MILESTONES = 12;

function openMilestones(rows: readonly ReportRow[]): readonly { readonly name: string; readonly open: number }[] {
  const milestones = new Map<string, { readonly date: string; open: number }>();
  for (const { milestone, statusCategory } of rows) {
    if (milestone === null || milestone.released) continue;
    const known = milestones.get(milestone.name) ?? { date: milestone.releaseDate ?? '9999', open: 0 };
    if (statusCategory !== 'done') known.open += 1;
    milestones.set(milestone.name, known);
  }
  const inOrder = [...milestones].toSorted(([, one], [, other]) => one.date.localeCompare(other.date));
  return inOrder.slice(0, MOST_MILESTONES).map(([name, { open }]) => ({ name, open }));
}

/**
 * By which day the open requirements of each milestone are done with a probability of 80 percent, as fast as these
 * requirements have been resolved so far and one milestone after the other.
 *
 * @returns days by the milestone's name; a milestone of which nothing can be said is missing
 */
export function expectedDays(rows: readonly ReportRow[], at: number): ReadonlyMap<string, string> {
  const history = {
    created: rows.map(({ created }) => created / DAY),
    resolved: rows.flatMap(({ resolved }) => (resolved === null ? [] : [resolved / DAY])),
  };
  const expected = new Map<string, string>();
  let ahead = 0;
  for (const { name, open } of openMilestones(rows)) {
    ahead += open;
    if (open === 0) continue;
    const days = forecastFinish(history, at / DAY, ahead)?.quantile(CONFIDENCE) ?? Infinity;
    if (days <= FARTHEST) expected.set(name, dayOf(at + days * DAY));
  }
  return expected;
}
