import { foldItems } from '../../domain/events';
import type { DomainEvent } from '../../domain/events';
import type { Change } from '../../domain/change/change';
import type { ChangeEvent } from '../../domain/change/events';
import type { Outside } from '../ports';
import { Refusal } from '../refusal';

/** A change request with everything that was decided on it. */
export interface LoadedChange {
  readonly change: Change;
  readonly events: readonly ChangeEvent[];
}

/**
 * Picks the change request out of events that hold all of its own.
 *
 * @throws Refusal `CHANGE_NOT_FOUND`
 */
export function requireChange(all: readonly DomainEvent[], changeId: string): LoadedChange {
  const change = foldItems(all).changes.get(changeId);
  if (change === undefined) throw new Refusal('CHANGE_NOT_FOUND');
  const own = all.filter((event): event is ChangeEvent => event.itemType === 'change' && event.itemId === changeId);
  return { change, events: own.toSorted((a, b) => a.itemVersion - b.itemVersion) };
}

/**
 * The change request, whoever asks.
 *
 * @throws Refusal `CHANGE_NOT_FOUND`
 */
export async function loadChange({ journal }: Pick<Outside, 'journal'>, changeId: string): Promise<LoadedChange> {
  return requireChange(await journal.itemEvents([changeId]), changeId);
}
