import { expectedDays } from '../../../src/domain/summary/outlook';
import { issuesIn, visibleRows } from '../../../src/domain/summary/report';
import type { ReportRow } from '../../../src/domain/summary/report';
import { trendOf } from '../../../src/domain/summary/trend';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-06-30T12:00:00Z');

function aRow(id: string, more: Partial<ReportRow> = {}): ReportRow {
  return {
    ...{ id, key: `P-${id}`, projectId: '1', summary: 'Text', type: 'Story', status: 'To Do', statusCategory: 'new' },
    ...{ created: NOW - 200 * DAY, resolved: null, due: null, milestone: null, parent: null, work: [], changes: [] },
    ...{ clients: [], openFeedback: 0, overdueFeedback: 0 },
    ...more,
  };
}

const milestone = (name: string, releaseDate: string | null) => ({
  name,
  released: false,
  releaseDate,
  expected: null,
});
/** One a week over half a year. */
const finished = Array.from({ length: 26 }, (_, week) =>
  aRow(`9${String(week)}`, { statusCategory: 'done', resolved: NOW - (week * 7 + 1) * DAY }),
);

describe('when a milestone is likely done', () => {
  const open = (count: number, of: ReturnType<typeof milestone>, from: number) =>
    Array.from({ length: count }, (_, index) => aRow(String(from + index), { milestone: of }));
  const [near, far] = [milestone('1.0', '2026-07-15'), milestone('2.0', '2026-09-01')];

  it('follows from the pace so far, one milestone after the other', () => {
    const days = expectedDays([...finished, ...open(2, near, 1), ...open(4, far, 10)], NOW);
    const [first = '', second = ''] = [days.get('1.0'), days.get('2.0')];
    // Two at one a week, and six at one a week, with room for doubt.
    expect(first > '2026-07-07' && first < '2026-08-15').toBe(true);
    expect(second > first && second > '2026-08-01' && second < '2026-11-01').toBe(true);
  });

  it('is not said where nothing was ever finished, nor of what is done or released', () => {
    expect(expectedDays(open(2, near, 1), NOW).size).toBe(0);
    const done = open(2, near, 1).map((row): ReportRow => ({ ...row, statusCategory: 'done' }));
    const released = [aRow('5', { milestone: { ...far, released: true } })];
    expect(expectedDays([...finished, ...done, ...released], NOW).size).toBe(0);
  });
});

describe('the trend', () => {
  it('ends with what holds now and says what there was and what of it was done', () => {
    const steps = [
      { day: '2026-06-28', previous: null, category: 'new', count: 3 },
      { day: '2026-06-29', previous: 'new', category: 'done', count: 2 },
    ] as const;
    expect(trendOf(steps, NOW, { scope: 4, begun: 1, done: 2 })).toEqual([
      { day: '2026-06-28', scope: 3, begun: 0, done: 0 },
      { day: '2026-06-29', scope: 3, begun: 0, done: 2 },
      { day: '2026-06-30', scope: 4, begun: 1, done: 2 },
    ]);
  });

  it('has no more points than a chart has room for, today among them', () => {
    const years = trendOf([{ day: '2016-01-01', previous: null, category: 'new', count: 1 }], NOW, {
      ...{ scope: 1, begun: 0, done: 0 },
    });
    expect(years.length).toBeLessThanOrEqual(60);
    expect(years.at(-1)?.day).toBe('2026-06-30');
  });
});

describe('what is left of a report for a reader', () => {
  const row = aRow('1', {
    parent: { id: '2', key: 'P-2', summary: 'Above' },
    work: [
      { id: '3', isDone: true },
      { id: '4', isDone: false },
    ],
    changes: [{ issueId: '5', number: 1, tier: null, isWaiting: false }],
  });

  it('asks about every issue of which something is told', () => {
    expect([...issuesIn([row])].sort()).toEqual(['1', '2', '3', '4', '5']);
  });

  it.each([
    ['the requirement', '1', []],
    ['the parent', '2', [{ ...row, parent: null }]],
    ['work', '4', [{ ...row, work: row.work.slice(0, 1) }]],
    ['what a change was raised on', '5', [{ ...row, changes: [] }]],
  ])('has nothing of %s when that is hidden', (_what, hidden, left) => {
    const visible = new Set(['1', '2', '3', '4', '5'].filter((id) => id !== hidden));
    expect(visibleRows([row], visible)).toEqual(left);
  });
});
