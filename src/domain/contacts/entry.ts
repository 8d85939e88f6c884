import type { ErasableRef } from '../journal/event';
import { RuleViolation } from '../violation';

/** Where an entry of the register is made. */
export interface Entry {
  readonly id: string;
  readonly projectId: string;
  readonly issueId: string | null;
  readonly name: ErasableRef;
}

/** What every entry of the register has. */
export interface RegisterItem {
  readonly id: string;
  readonly version: number;
  readonly projectId: string;
  /** Not offered any more; what names it shows it as before. */
  readonly archived: boolean;
  readonly erased: boolean;
  /** The entry that stands for it; itself never merged. */
  readonly mergedInto: string | null;
  /** Entries that it stands for. */
  readonly absorbed: readonly string[];
  /** Everything ever written about it that can be erased. */
  readonly written: readonly ErasableRef[];
}

/**
 * Lets entries pass that can still be changed.
 *
 * @throws RuleViolation `ENTRY_UNUSABLE` for those that are merged or erased
 */
export function requireUsable({ erased, mergedInto }: RegisterItem): void {
  if (erased || mergedInto !== null) throw new RuleViolation('ENTRY_UNUSABLE', 'The entry is merged or erased');
}

/**
 * Refuses a decision that was made on an older version than the present one.
 *
 * @throws RuleViolation `CONFLICT`
 */
export function requireEntryVersion({ version }: RegisterItem, expected: number): void {
  if (version !== expected) throw new RuleViolation('CONFLICT', `Made on version ${expected}, but it is at ${version}`);
}
