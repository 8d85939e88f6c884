import { DateTime } from 'luxon';
import { RuleViolation } from '../../domain/violation';
import { repairItems } from '../repairProjections';
import { SITE, settingsItem } from '../../domain/settings/item';
import { settingsOf } from '../settings/projectSettings';
import type { StoredEdition } from './editions';
import { erasing } from './eraseEdition';
import type { Erasing } from './eraseEdition';

/** About ten statements each: one invocation has time for these, and the next ones go on. */
const MOST_A_RUN = 50;

function monthsBefore(now: number, months: number): number {
  return DateTime.fromMillis(now, { zone: 'utc' }).minus({ months }).toMillis();
}

/** For how many months each of these projects keeps editions; those that keep them for ever are left out. */
async function keeping(
  { journal }: Erasing,
  projectIds: readonly string[],
): Promise<readonly { readonly projectId: string; readonly months: number }[]> {
  if (projectIds.length === 0) return [];
  const events = await journal.lastOfItems([...projectIds, SITE].map(settingsItem));
  return projectIds.flatMap((projectId) => {
    const months = settingsOf(events, projectId).editionsKeptMonths;
    return months === null ? [] : [{ projectId, months }];
  });
}

/** Erases the edition by the project's rule; what somebody decided and did not finish is finished. */
async function eraseByRule(outside: Erasing, edition: StoredEdition): Promise<void> {
  if (!edition.isErased) {
    try {
      await erasing(outside, edition, { viewer: 'Countersign', commandId: outside.newId() });
      return;
    } catch (error) {
      if (!(error instanceof RuleViolation && error.code === 'NOTHING_TO_ERASE')) throw error;
    }
  }
  await repairItems(outside, [edition.id]);
  await outside.editions.eraseContent(edition.id);
}

/**
 * Erases the editions that were frozen longer ago than their project keeps them, in calendar months (UTC), the oldest
 * of each project first and so many a run. Done again it does nothing; of projects for which nothing is chosen it touches
 * nothing.
 *
 * @returns how many were erased
 * @throws Refusal `BUSY` when the journal of a project is written to all the time; what was done till then stays done
 */
export async function eraseKeptLongEnough(outside: Erasing): Promise<number> {
  const now = outside.now();
  let left = MOST_A_RUN;
  for (const { projectId, months } of await keeping(
    outside,
    await outside.editions.projectsBefore(monthsBefore(now, 1)),
  )) {
    if (left === 0) break;
    const due = await outside.editions.unerasedBefore(projectId, monthsBefore(now, months), left);
    for (const edition of due) await eraseByRule(outside, edition);
    left -= due.length;
  }
  return MOST_A_RUN - left;
}
