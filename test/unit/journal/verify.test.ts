import fc from 'fast-check';
import type { FoundEntry, FoundEvent } from '../../../src/domain/journal/found';
import { JournalVerifier } from '../../../src/domain/journal/verify';
import { covered } from '../../support/covered';
import { altered, aWholeStream, headOf, STREAM, walk } from '../../support/foundJournal';
import type { FoundWithEvent } from '../../support/foundJournal';

const streamAndPlace = aWholeStream.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.nat({ max: entries.length - 1 })),
);

function at(entries: readonly FoundWithEvent[], index: number): FoundWithEvent {
  const entry = entries[index];
  if (entry === undefined) throw new Error(`There is no entry ${index}`);
  return entry;
}

function brokenIn(entries: readonly FoundEntry[], original: readonly FoundWithEvent[]) {
  covered('tampered journals', 1);
  return walk(entries, original).broken;
}

const CHANGES: Readonly<Record<string, (event: FoundEvent) => Partial<FoundEvent>>> = {
  stream: () => ({ stream: 'project:2' }),
  'a higher version': ({ version }) => ({ version: version + 1 }),
  'a far version': ({ version }) => ({ version: version + 40 }),
  'a lower version': ({ version }) => ({ version: version - 1 }),
  predecessor: () => ({ previousHash: 'e'.repeat(64) }),
  command: () => ({ commandId: 'another' }),
  'place in the command': () => ({ commandIndex: 3 }),
  time: ({ at: time }) => ({ at: time + 1 }),
  'who decided': ({ actor }) => ({ actor: { ...actor, digest: 'e'.repeat(64) } }),
  'kind of item': () => ({ itemType: 'contact' }),
  item: () => ({ itemId: 'item-9' }),
  'version of the item': ({ itemVersion }) => ({ itemVersion: itemVersion + 1 }),
  issue: () => ({ issueId: '8' }),
  type: () => ({ type: 'feedback.moved' }),
  data: ({ data }) => ({ data: { ...data, more: 1 } }),
};

describe('walking a journal', () => {
  it('finds a whole one whole, and counts what was erased', () => {
    fc.assert(
      fc.property(aWholeStream, (entries) => {
        const { broken, verifier } = walk(entries, entries);
        expect(broken).toBeNull();
        expect(verifier.head).toEqual(headOf(entries));
        const erased = entries.flatMap(({ values }) => [...values.values()]).filter(({ state }) => state === 'erased');
        expect(verifier.counts).toEqual({
          events: entries.length,
          values: entries.length * 2 - erased.length,
          erased: erased.length,
          withheld: 0,
        });
      }),
    );
  });

  it('can be interrupted after any event and gone on with', () => {
    fc.assert(
      fc.property(streamAndPlace, ([entries, place]) => {
        const first = walk(entries.slice(0, place), entries.slice(0, place)).verifier;
        const rest = new JournalVerifier(STREAM, first.head, headOf(entries));
        expect(entries.slice(place).map((entry) => rest.take(entry))).toEqual(entries.slice(place).map(() => null));
        expect(rest.finish()).toBeNull();
      }),
    );
  });

  it('takes links alone where the events are withheld, and still finds one that is missing', () => {
    fc.assert(
      fc.property(streamAndPlace, fc.nat(), ([entries, place], seed) => {
        const shown = entries.map((entry, index): FoundEntry => {
          const { version, previousHash, hash } = entry.event;
          return (seed + index) % 2 === 0 ? { found: 'link', version, previousHash, hash } : entry;
        });
        expect(walk(shown, entries).broken).toBeNull();
        const broken = brokenIn(shown.toSpliced(place, 1), entries);
        expect(broken).toMatchObject({ kind: 'removed', version: place + 1, wholeUpTo: place });
      }),
    );
  });
});

describe('the first event that was tampered with is named', () => {
  it.each(Object.keys(CHANGES))('when its %s was altered', (field) => {
    fc.assert(
      fc.property(streamAndPlace, ([entries, place]) => {
        const entry = at(entries, place);
        const changed = altered(entry, CHANGES[field]?.(entry.event) ?? {});
        expect(brokenIn(entries.with(place, changed), entries)).toEqual({
          kind: 'altered',
          part: 'event',
          version: place + 1,
          wholeUpTo: place,
        });
      }),
    );
  });

  it.each(Object.keys(CHANGES))('when its %s was altered and it was sealed anew', (field) => {
    fc.assert(
      fc.property(streamAndPlace, ([entries, place]) => {
        const entry = at(entries, place);
        const changed = altered(entry, CHANGES[field]?.(entry.event) ?? {}, 'resealed');
        expect(brokenIn(entries.with(place, changed), entries)).toMatchObject({ wholeUpTo: place });
      }),
    );
  });

  it('when it cannot be read any more', () => {
    fc.assert(
      fc.property(streamAndPlace, ([entries, place]) => {
        const broken = brokenIn((entries as readonly FoundEntry[]).with(place, { found: 'unreadable' }), entries);
        expect(broken).toMatchObject({ kind: 'altered', version: place + 1, wholeUpTo: place });
      }),
    );
  });

  it('when it was removed, the last one too', () => {
    fc.assert(
      fc.property(streamAndPlace, fc.integer({ min: 1, max: 3 }), ([entries, place], count) => {
        const broken = brokenIn(entries.toSpliced(place, count), entries);
        expect(broken).toEqual({ kind: 'removed', part: 'event', version: place + 1, wholeUpTo: place });
      }),
    );
  });

  it('when another was copied before it', () => {
    fc.assert(
      fc.property(streamAndPlace, fc.nat({ max: 8 }), ([entries, place], from) => {
        const copied = at(entries, from % entries.length);
        const broken = brokenIn(entries.toSpliced(place, 0, copied), entries);
        const wholeUpTo = copied.event.version === place + 1 ? place + 1 : place;
        expect(broken).toEqual({ kind: 'inserted', part: 'event', version: copied.event.version, wholeUpTo });
      }),
    );
  });

  it.each(['left', 'resealed'] as const)('when a forged one was put before it, its hash %s', (how) => {
    fc.assert(
      fc.property(streamAndPlace, ([entries, place]) => {
        const forged = altered(at(entries, place), { commandId: 'forged', data: { forged: true } }, how);
        const values = new Map([...forged.values].filter(([id]) => id.startsWith('person')));
        const broken = brokenIn(entries.toSpliced(place, 0, { ...forged, values }), entries);
        expect(broken).toMatchObject({ part: 'event', version: place + 1, wholeUpTo: place });
        if (place < entries.length - 1) expect(broken?.kind).toBe('inserted');
      }),
    );
  });

  it('when two changed places', () => {
    fc.assert(
      fc.property(streamAndPlace, fc.nat({ max: 8 }), ([entries, place], other) => {
        const [first, second] = [place, other % entries.length].toSorted((a, b) => a - b);
        if (first === undefined || second === undefined) throw new Error('Two places');
        fc.pre(first !== second);
        const swapped = entries.with(first, at(entries, second)).with(second, at(entries, first));
        const broken = brokenIn(swapped, entries);
        expect(broken?.wholeUpTo).toBe(first);
        expect([first + 1, second + 1]).toContain(broken?.version);
      }),
    );
  });
});

describe('the first value that was tampered with is named by its event', () => {
  const cases = [
    ['altered', { state: 'kept', salt: 'x', value: 'another', isAccount: false }],
    ['removed', null],
    ['inserted', { state: 'kept', salt: 'x', value: 'foreign', isAccount: false }],
  ] as const;

  it.each(cases)('when it was %s', (kind, replacement) => {
    fc.assert(
      fc.property(streamAndPlace, ([entries, place]) => {
        const entry = at(entries, place);
        const values = new Map(entry.values);
        const id = kind === 'inserted' ? 'nobody-refers-to-it' : `text-${place}`;
        if (replacement === null) values.delete(id);
        else values.set(id, replacement);
        const broken = brokenIn(entries.with(place, { ...entry, values }), entries);
        expect(broken).toEqual({ kind, part: 'value', version: place + 1, wholeUpTo: place });
      }),
    );
  });
});
