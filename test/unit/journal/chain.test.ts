import fc from 'fast-check';
import { chain, digestOf, GENESIS_HASH, hashOf, refTo } from '../../../src/domain/journal/chain';
import type { Decision } from '../../../src/domain/journal/event';

const decision: fc.Arbitrary<Decision> = fc.record({
  itemType: fc.constantFrom('feedback', 'contact', 'client'),
  itemId: fc.uuid(),
  itemVersion: fc.integer({ min: 1, max: 1_000 }),
  issueId: fc.option(fc.stringMatching(/^[1-9]\d{0,8}$/u)),
  type: fc.string(),
  data: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
});

const context = {
  stream: 'project:1',
  commandId: 'b6bb1d1c-6a2c-4b57-9a3c-0d8c0d5a7f11',
  at: 1_770_000_000_000,
  actor: { ref: 'a', digest: 'b' },
};

describe('the chain', () => {
  it('starts with the genesis hash, counts from one, and each event names its predecessor', () => {
    fc.assert(
      fc.property(fc.array(decision, { minLength: 1, maxLength: 8 }), (decisions) => {
        const events = chain(null, context, decisions);
        expect(events.map((event) => event.version)).toEqual(decisions.map((_, index) => index + 1));
        expect(events.map((event) => event.previousHash)).toEqual([
          GENESIS_HASH,
          ...events.slice(0, -1).map((event) => event.hash),
        ]);
      }),
    );
  });

  it('goes on behind the head as if all had been chained at once', () => {
    fc.assert(
      fc.property(fc.array(decision, { minLength: 2, maxLength: 6 }), (decisions) => {
        const [first, ...rest] = decisions.map((one) => [one]);
        let events = chain(null, context, first ?? []);
        for (const next of rest) events = [...events, ...chain(events.at(-1) ?? null, context, next)];
        const atOnce = chain(null, context, decisions).map((event) => ({ ...event, commandIndex: 0 }));
        expect(events.map((event) => event.version)).toEqual(atOnce.map((event) => event.version));
        expect(events.at(-1)?.hash).toHaveLength(64);
      }),
    );
  });

  it('gives another hash whatever part of an event is altered', () => {
    const [event] = chain(null, context, [
      { itemType: 'feedback', itemId: 'x', itemVersion: 1, issueId: '7', type: 'feedback.noted', data: { note: 1 } },
    ]);
    if (event === undefined) throw new Error('no event');
    const altered = [
      { stream: 'project:2' },
      { version: 2 },
      { previousHash: 'f'.repeat(64) },
      { commandId: 'other' },
      { commandIndex: 1 },
      { at: event.at + 1 },
      { actor: { ref: 'a', digest: 'c' } },
      { itemType: 'contact' as const },
      { itemId: 'y' },
      { itemVersion: 2 },
      { issueId: null },
      { type: 'feedback.edited' },
      { data: { note: 2 } },
    ];
    const hashes = altered.map((part) => hashOf({ ...event, ...part }));
    expect(hashOf(event)).toBe(event.hash);
    expect(new Set([...hashes, event.hash]).size).toBe(altered.length + 1);
  });

  it('hashes the same content alike, in whatever order its fields stand', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (data) => {
        const reversed = Object.fromEntries(Object.entries(data).toReversed());
        const hash = (content: object) =>
          chain(null, context, [
            { itemType: 'client', itemId: 'x', itemVersion: 1, issueId: null, type: 't', data: content },
          ])[0]?.hash;
        expect(hash(reversed)).toBe(hash(data));
      }),
    );
  });
});

describe('the digest of an erasable value', () => {
  it('vouches for the value without telling it: another salt gives another digest', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), fc.uuid(), (value, salt, otherSalt) => {
        fc.pre(salt !== otherSalt);
        const ref = refTo({ id: 'id', salt, value });
        expect(ref).toEqual({ ref: 'id', digest: digestOf(salt, value) });
        expect(digestOf(otherSalt, value)).not.toBe(ref.digest);
      }),
    );
  });
});
