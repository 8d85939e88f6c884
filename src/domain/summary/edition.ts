import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Decision, ErasableRef, JournalEvent } from '../journal/event';
import { RuleViolation } from '../violation';
import type { Report } from './report';

interface EditionFacts {
  readonly projectId: string;
  readonly pageId: string;
  readonly macroId: string;
  readonly number: number;
  readonly name: ErasableRef;
  readonly note: ErasableRef | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly sha256: string;
  readonly requirements: number;
  readonly forEveryone: boolean;
}

/** What was frozen lies beside the journal, which holds its digest: it can be erased, and cannot be changed unseen. */
export type EditionDecision =
  Decision<'edition.frozen', EditionFacts> | Decision<'edition.erased', { readonly projectId: string }>;
export type EditionEvent = JournalEvent<EditionDecision>;

/** SHA-256 of a report in canonical JSON, hexadecimal. */
export function reportDigest(report: Report): string {
  return createHash('sha256')
    .update(canonicalize(report) ?? '')
    .digest('hex');
}

/** Freezes a report under a new id. */
export function freezeEdition(id: string, facts: EditionFacts): EditionDecision {
  return { itemType: 'edition', itemId: id, itemVersion: 1, issueId: null, type: 'edition.frozen', data: facts };
}

/**
 * Erases what was frozen, its name and its note; that it was frozen stays.
 *
 * @throws RuleViolation `NOTHING_TO_ERASE` when it is erased already
 */
export function eraseEdition(id: string, projectId: string, events: readonly EditionEvent[]): EditionDecision {
  if (events.some(({ type }) => type === 'edition.erased')) {
    throw new RuleViolation('NOTHING_TO_ERASE', 'The edition is erased already');
  }
  const itemVersion = events.length + 1;
  return { itemType: 'edition', itemId: id, itemVersion, issueId: null, type: 'edition.erased', data: { projectId } };
}

/** The texts of an edition that somebody decided to erase. */
export function editionTextsErased(events: readonly EditionEvent[]): readonly ErasableRef[] {
  if (!events.some(({ type }) => type === 'edition.erased')) return [];
  return events.flatMap((event) =>
    event.type === 'edition.frozen' ? [event.data.name, event.data.note].flatMap((ref) => ref ?? []) : [],
  );
}

/** The project that most of the requirements belong to: its journal keeps the edition, its settings say who may freeze. */
export function homeProject({ rows }: Report): string | null {
  const counts = new Map<string, number>();
  for (const { projectId } of rows) counts.set(projectId, (counts.get(projectId) ?? 0) + 1);
  const [most] = [...counts].toSorted(([one, first], [other, second]) => second - first || Number(one) - Number(other));
  return most?.[0] ?? null;
}
