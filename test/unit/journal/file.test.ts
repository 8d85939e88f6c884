import fc from 'fast-check';
import type { JournalEntry } from '../../../src/contract/journalFile';
import { NotAJournal } from '../../../src/application/journalFile';
import { aWholeStream, headOf } from '../../support/foundJournal';
import type { FoundWithEvent } from '../../support/foundJournal';
import { verifyLines } from '../../support/journalFile';

function lineOf({ event, values }: FoundWithEvent, withheld: boolean): JournalEntry {
  const { version, previousHash, hash } = event;
  if (withheld) return { withheld: { version, previousHash, hash } };
  return {
    event,
    values: [...values].map(([id, found]) =>
      found.state === 'kept' ? { id, salt: found.salt, value: found.value } : { id, erased: true },
    ),
  };
}

/** The lines of a file; some events may be withheld. */
const aFile = fc.tuple(aWholeStream, fc.integer({ min: 2, max: 5 })).map(([entries, every]) => {
  const header = {
    format: 'countersign-journal',
    formatVersion: 1,
    projectId: '1',
    exportedAt: '2026-01-01T00:00:00.000Z',
    head: headOf(entries),
  };
  const lines = entries.map((entry, index) => lineOf(entry, index % every === every - 1));
  return [header, ...lines].map((line) => JSON.stringify(line));
});
const fileAndPlace = aFile.chain((lines) =>
  fc.tuple(fc.constant(lines), fc.integer({ min: 1, max: lines.length - 1 }), fc.nat(), fc.nat({ max: 35 })),
);

describe('an exported file', () => {
  it('is found whole as it is', () =>
    fc.assert(
      fc.asyncProperty(aFile, async (lines) => {
        const { broken, counts, head } = await verifyLines(lines);
        expect(broken).toBeNull();
        expect(counts.events).toBe(lines.length - 1);
        expect(head?.version).toBe(lines.length - 1);
      }),
    ));

  it('in which any one character was changed is found broken, at that event or the one before', () =>
    fc.assert(
      fc.asyncProperty(fileAndPlace, async ([lines, place, position, digit]) => {
        const line = lines[place] ?? '';
        const index = position % line.length;
        const changed = `${line.slice(0, index)}${digit.toString(36)}${line.slice(index + 1)}`;
        fc.pre(!meansTheSame(line, changed));
        const { broken } = await verifyLines(lines.with(place, changed));
        expect([place - 2, place - 1]).toContain(broken?.wholeUpTo);
      }),
      { numRuns: 400 },
    ));

  it('from which a line is missing, or in which one stands twice, is found broken there', () =>
    fc.assert(
      fc.asyncProperty(fileAndPlace, async ([lines, place]) => {
        const without = await verifyLines(lines.toSpliced(place, 1));
        expect(without.broken).toMatchObject({ kind: 'removed', version: place, wholeUpTo: place - 1 });
        const twice = await verifyLines(lines.toSpliced(place, 0, lines[place] ?? ''));
        expect(twice.broken).toMatchObject({ kind: 'inserted', wholeUpTo: place });
      }),
    ));

  it('whose header names another project or another end is found broken', () =>
    fc.assert(
      fc.asyncProperty(aFile, async ([header = '', ...entries]) => {
        const project = await verifyLines([header.replace('"projectId":"1"', '"projectId":"2"'), ...entries]);
        expect(project.broken).toMatchObject({ version: 1 });
        const end = await verifyLines([header.replace(/"version":\d+/u, '"version":99'), ...entries]);
        expect(end.broken).toMatchObject({ kind: 'removed', version: entries.length + 1 });
      }),
    ));

  it.each(['', 'rubbish', '{}', '{"format":"countersign-journal","formatVersion":2}'])(
    'is none when it begins with %j',
    async (line) => {
      await expect(verifyLines([line])).rejects.toThrow(NotAJournal);
    },
  );
});

/** Many ways of writing a number mean the same one. */
function meansTheSame(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}
