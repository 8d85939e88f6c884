import fc from 'fast-check';
import { chain, hashOf, refTo } from '../../src/domain/journal/chain';
import type { Decision } from '../../src/domain/journal/event';
import type { FoundEntry, FoundEvent, FoundValue } from '../../src/domain/journal/found';
import { JournalVerifier } from '../../src/domain/journal/verify';
import type { JournalBreak } from '../../src/domain/journal/verify';

export type FoundWithEvent = Extract<FoundEntry, { found: 'event' }>;

export const STREAM = 'project:1';

const said = fc.record({
  text: fc.string(),
  salt: fc.stringMatching(/^[0-9a-f]{8}$/u),
  type: fc.constantFrom('feedback.noted', 'feedback.recorded', 'something.new'),
  erased: fc.boolean(),
  extra: fc.jsonValue({ maxDepth: 1 }),
});

/** A whole stream of some events, each with a text and a person, of which some have been erased. */
export const aWholeStream: fc.Arbitrary<readonly FoundWithEvent[]> = fc
  .array(said, { minLength: 2, maxLength: 9 })
  .map((all) => {
    const entries: FoundWithEvent[] = [];
    for (const [index, { text, salt, type, erased, extra }] of all.entries()) {
      const value = { id: `text-${index}`, salt, value: text };
      const person = { id: `person-${index}`, salt, value: 'account' };
      const decision: Decision = {
        itemType: 'feedback',
        itemId: `item-${index % 3}`,
        itemVersion: index + 1,
        issueId: index % 4 === 0 ? null : '7',
        type,
        data: { note: refTo(value), extra },
      };
      const head = entries.at(-1)?.event ?? null;
      const context = { stream: STREAM, commandId: `command-${index}`, at: 1_000 + index, actor: refTo(person) };
      const kept = (one: typeof value): FoundValue => ({
        state: 'kept',
        salt: one.salt,
        value: one.value,
        isAccount: false,
      });
      for (const event of chain(head, context, [decision])) {
        const values = new Map<string, FoundValue>([
          [value.id, erased ? { state: 'erased' } : kept(value)],
          [person.id, kept(person)],
        ]);
        entries.push({ found: 'event', event, values });
      }
    }
    return entries;
  });

/** The entry with something else in its event; `resealed` with the hash that makes it look right by itself. */
export function altered(
  entry: FoundWithEvent,
  change: Partial<FoundEvent>,
  how: 'left' | 'resealed' = 'left',
): FoundWithEvent {
  const event = { ...entry.event, ...change };
  return { ...entry, event: how === 'left' ? event : { ...event, hash: hashOf(event) } };
}

/** The number and hash of the last event. */
export function headOf(entries: readonly FoundWithEvent[]) {
  const last = entries.at(-1);
  return last === undefined ? null : { version: last.event.version, hash: last.event.hash };
}

/** Walks the entries from the start; the checkpoint is the head of the stream as it should be. */
export function walk(
  entries: readonly FoundEntry[],
  original: readonly FoundWithEvent[],
): { readonly broken: JournalBreak | null; readonly verifier: JournalVerifier } {
  const verifier = new JournalVerifier(STREAM, null, headOf(original));
  for (const entry of entries) {
    const broken = verifier.take(entry);
    if (broken !== null) return { broken, verifier };
  }
  return { broken: verifier.finish(), verifier };
}
