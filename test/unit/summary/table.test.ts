import fc from 'fast-check';
import type { RequirementStatus } from '../../../src/contract/summary';
import { chosenRows, linesOf } from '../../../static/ui/src/surfaces/requirement-status/table/arrange';
import { csvOf } from '../../../static/ui/src/lib/csv';
import { readConfig, sourceOf } from '../../../static/ui/src/surfaces/requirement-status/config';

function aRow(key: string, more: Partial<RequirementStatus> = {}): RequirementStatus {
  return {
    ...{ id: key, key, summary: `About ${key}`, type: 'Story', status: 'To Do', statusCategory: 'new' },
    ...{ progress: null, milestone: null, parent: null, components: [], clients: [], due: null, isLate: false },
    ...{ openFeedback: 0, overdueFeedback: 0, changes: [] },
    ...more,
  };
}

const plain = { text: '', focus: 'all', sort: null, groupBy: 'none' } as const;
const keys = (rows: readonly RequirementStatus[]) => rows.map(({ key }) => key);

describe('the rows of the table', () => {
  const rows = [
    aRow('P-10', { isLate: true, progress: { done: 1, total: 2 } }),
    aRow('P-2', { statusCategory: 'done', progress: { done: 2, total: 2 } }),
    aRow('P-1', { changes: [{ number: 1, tier: 'major', isWaiting: true }] }),
  ];

  it('stay in the order of the source until they are sorted, numbers as numbers', () => {
    expect(keys(chosenRows(rows, plain))).toEqual(['P-10', 'P-2', 'P-1']);
    const sorted = (falling: boolean) => keys(chosenRows(rows, { ...plain, sort: { by: 'key', falling } }));
    expect([sorted(false), sorted(true)]).toEqual([
      ['P-1', 'P-2', 'P-10'],
      ['P-10', 'P-2', 'P-1'],
    ]);
    const byProgress = chosenRows(rows, { ...plain, sort: { by: 'progress', falling: true } });
    expect(keys(byProgress)).toEqual(['P-2', 'P-10', 'P-1']);
  });

  it.each([
    ['open', ['P-10', 'P-1']],
    ['late', ['P-10']],
    ['waiting', ['P-1']],
    ['feedback', []],
    ['changes', ['P-1']],
  ] as const)('are filtered by what is %s', (focus, left) => {
    expect(keys(chosenRows(rows, { ...plain, focus }))).toEqual(left);
  });

  it('are found by a piece of key or summary, whatever the case', () => {
    expect(keys(chosenRows(rows, { ...plain, text: 'about p-2' }))).toEqual(['P-2']);
  });

  it('stand under their groups, those of two clients under both, those of none last', () => {
    const own = [aRow('P-1'), aRow('P-2', { clients: ['B', 'A'] }), aRow('P-3', { clients: ['A'] })];
    const lines = linesOf(own, 'client').map((line) => (line.kind === 'group' ? line.name : line.row.key));
    expect(lines).toEqual(['B', 'P-2', 'A', 'P-2', 'P-3', '', 'P-1']);
  });
});

describe('components', () => {
  const rows = [aRow('P-1'), aRow('P-2', { components: ['Billing', 'Web'] }), aRow('P-3', { components: ['Web'] })];

  it('group the rows, those of two under both and those of none last', () => {
    const lines = linesOf(rows, 'component').map((line) => (line.kind === 'group' ? line.name : line.row.key));
    expect(lines).toEqual(['Billing', 'P-2', 'Web', 'P-2', 'P-3', '', 'P-1']);
  });

  it('are found by the filter, and sort the rows', () => {
    expect(keys(chosenRows(rows, { ...plain, text: 'bill' }))).toEqual(['P-2']);
    const sorted = chosenRows(rows, { ...plain, sort: { by: 'components', falling: true } });
    expect(keys(sorted)).toEqual(['P-3', 'P-2', 'P-1']);
  });

  it('can be chosen as a column and for grouping', () => {
    expect(readConfig({ columns: ['components'], groupBy: 'component' })).toMatchObject({
      columns: ['components'],
      groupBy: 'component',
    });
  });
});

describe('the table as a file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\r', '\t'])(
    'holds %j as text, not as a formula',
    (text) => {
      expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
    },
  );

  it('never begins a cell with what a spreadsheet would calculate, and keeps every character', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"') }),
        ),
        (text) => {
          const cell = csvOf([[text]]).slice(2, -3);
          expect(/^[=+\-@\t\r]/u.test(cell)).toBe(false);
          expect(cell.replaceAll('""', '"').endsWith(text)).toBe(true);
        },
      ),
    );
  });
});

describe('a configuration', () => {
  it.each([
    ['nothing', {}],
    ['another app or site', { source: 'space', columns: 'all', depth: 'deep', groupBy: 7, charts: 'no', title: [] }],
  ])('of %s is read as a new one', (_what, given) => {
    expect(readConfig(given)).toEqual(readConfig({ source: 'page', depth: 1, charts: true }));
  });

  it('names the link types as people write them', () => {
    const config = readConfig({ source: 'linked', issue: ' P-1 ', linkTypes: 'Blocks， Implements;; ', depth: 9 });
    expect(sourceOf(config, '1')).toEqual({
      ...{ source: 'linked', issue: 'P-1', depth: 3, direction: 'both' },
      linkTypes: ['Blocks', 'Implements'],
    });
  });
});
