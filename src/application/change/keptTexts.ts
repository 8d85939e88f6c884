import type { ErasableRef } from '../../domain/journal/event';
import type { Attempt } from '../attempt';

const TEXTS = ['from', 'to', 'reason', 'ifNot'] as const;
type Text = (typeof TEXTS)[number];

/** Keeps a text; null where there is none. */
export function kept(attempt: Attempt, text: string | null): ErasableRef | null {
  return text === null ? null : attempt.keep('text', text);
}

/** Keeps all texts of a change request that may be missing. */
export function keptTexts(given: Readonly<Record<Text, string | null>>, attempt: Attempt) {
  const [from, to, reason, ifNot] = TEXTS.map((field) => kept(attempt, given[field]));
  return { from: from ?? null, to: to ?? null, reason: reason ?? null, ifNot: ifNot ?? null };
}

/** Keeps those texts of a change request that are given. */
export function keptChanges(
  given: Readonly<Partial<Record<Text, string | null | undefined>>>,
  attempt: Attempt,
): Partial<Record<Text, ErasableRef | null>> {
  const changes: Partial<Record<Text, ErasableRef | null>> = {};
  for (const field of TEXTS) {
    const text = given[field];
    if (text !== undefined) changes[field] = kept(attempt, text);
  }
  return changes;
}
