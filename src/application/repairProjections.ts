import { foldItems } from '../domain/events';
import type { AssessmentStore } from './impact/ports';
import type { Outside } from './ports';
import { project } from './project';

interface Sweeping {
  readonly assessments: Pick<AssessmentStore, 'sweepOrphans'>;
}

type Repairing = Pick<Outside, 'journal' | 'projections' | 'erasables'>;

/** Derives the rows of these items anew from their events. */
export async function repairItems(outside: Repairing, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await project(outside, foldItems(await outside.journal.itemEvents(itemIds)));
}

const REPAIR_WINDOW = 2 * 24 * 60 * 60 * 1000;
const REPAIR_BATCH = 200;
const ORPHAN_AGE = 24 * 60 * 60 * 1000;

/** The hourly upkeep: finishes what died between commit and derivation, and sweeps up values and assessments of dead attempts. */
export async function keepInOrder(
  outside: Repairing & Pick<Outside, 'now'> & Sweeping,
): Promise<{ repaired: number; swept: number }> {
  const behind = await outside.journal.behindSince(outside.now() - REPAIR_WINDOW, REPAIR_BATCH);
  await repairItems(outside, behind);
  await project(outside, foldItems(await outside.journal.personErasuresSince(outside.now() - REPAIR_WINDOW)));
  const before = outside.now() - ORPHAN_AGE;
  const values = await outside.erasables.sweepOrphans(before);
  const assessments = await outside.assessments.sweepOrphans(before);
  return { repaired: behind.length, swept: values + assessments };
}
