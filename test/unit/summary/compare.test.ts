import type { RequirementStatus, StatusSummary } from '../../../src/contract/summary';
import { compareStatus } from '../../../static/ui/src/surfaces/requirement-status/editions/compare';

function aRow(id: string, more: Partial<RequirementStatus> = {}): RequirementStatus {
  return {
    ...{ id, key: `P-${id}`, summary: 'Text', type: 'Story', status: 'To Do', statusCategory: 'new', progress: null },
    ...{
      milestone: null,
      parent: null,
      components: [],
      clients: [],
      due: null,
      isLate: false,
      openFeedback: 0,
      overdueFeedback: 0,
    },
    changes: [],
    ...more,
  };
}

function aState(...requirements: readonly RequirementStatus[]): StatusSummary {
  const { length: named } = requirements;
  return { requirements, named, isCut: false, isUnread: false, trend: [], at: '2026-03-01T00:00:00.000Z' };
}

const milestone = (releaseDate: string) => ({ name: '1.0', released: false, releaseDate, expected: null });
const said = (before: StatusSummary, after: StatusSummary, unseen: readonly string[] = []) =>
  compareStatus(before, after, new Set(unseen)).map(({ row, kinds }) => [row.key, ...kinds]);

describe('two states compared', () => {
  it.each([
    ['nothing', [aRow('1')], [aRow('1')], []],
    ['what came', [], [aRow('1')], [['P-1', 'added']]],
    ['what went', [aRow('1')], [], [['P-1', 'removed']]],
    ['another status', [aRow('1')], [aRow('1', { status: 'Done' })], [['P-1', 'changed']]],
    ['other words', [aRow('1')], [aRow('1', { summary: 'Other' })], [['P-1', 'changed']]],
    ['more of it done', [aRow('1')], [aRow('1', { progress: { done: 1, total: 2 } })], [['P-1', 'changed']]],
    [
      'another date',
      [aRow('1', { milestone: milestone('2026-03-01') })],
      [aRow('1', { milestone: milestone('2026-04-01'), isLate: true })],
      [['P-1', 'moved', 'late']],
    ],
    ['what is late no more', [aRow('1', { isLate: true })], [aRow('1')], []],
    ['feedback', [aRow('1')], [aRow('1', { openFeedback: 2 })], []],
  ])('say of %s what happened', (_what, before, after, differences) => {
    expect(said(aState(...before), aState(...after))).toEqual(differences);
  });

  it('say nothing of what the reader sees in one of them only', () => {
    expect(said(aState(aRow('1'), aRow('2')), aState(aRow('2')), ['1'])).toEqual([]);
  });
});
