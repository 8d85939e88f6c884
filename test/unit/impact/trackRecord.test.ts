import { neighbourhood, outcomeOf, touchedBy } from '../../../src/domain/impact/actual';
import type { FieldChange, Outcome } from '../../../src/domain/impact/actual';
import { assess } from '../../../src/domain/impact/assess';
import { routesOf, rulesOf } from '../../../src/domain/impact/routes';
import { trackRecordOf, tuningBy } from '../../../src/domain/impact/trackRecord';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { factsOf, inputsOf } from '../../support/impact';
import type { SomeProject } from '../../support/impact';

const PROJECT: SomeProject = {
  issues: ['1', '2', '3', '4', '5'].map((id) => ({ id })),
  links: [
    ['2', 'Requires', '1'],
    ['3', 'Requires', '1'],
    // Too faint to be listed.
    ['4', 'Relates', '1'],
    ['4', 'Relates', '5'],
  ],
};

function change(field: string, from: string | null = null, to: string | null = null, issueId = '2'): FieldChange {
  return { issueId, at: 0, field, from, to };
}

const isDone = (status: string) => status === 'closed';

describe('what was touched', () => {
  it.each([
    ['the summary', change('summary', 'a', 'b'), true],
    ['the description', change('description', 'a', 'b'), true],
    ['the estimate', change('timeoriginalestimate', '1', '2'), true],
    ['logged time', change('timespent', null, '60'), true],
    ['a link', change('Link', null, 'FCREPO-3'), true],
    ['the parent', change('parent', null, '3'), true],
    ['reopening', change('status', 'closed', 'open'), true],
    ['usual progress', change('status', 'open', 'closed'), false],
    ['a label', change('labels', 'a', 'b'), false],
    ['the assignee', change('assignee', 'a', 'b'), false],
  ])('counts %s: %#', (_, made, counts) => {
    expect(touchedBy([made], isDone).has('2')).toBe(counts);
  });
});

describe('predicted and actual', () => {
  const facts = factsOf(PROJECT);
  const routes = routesOf(facts, rulesOf(facts, DEFAULT_SETTINGS, {}), DEFAULT_SETTINGS.parents, new Set());
  const near = neighbourhood(facts, routes, ['1']);

  it('counts hits, and as missed only what is joined to the changed requirements', () => {
    const { scope } = assess(inputsOf(PROJECT));
    expect(scope.rows.map(({ issue }) => issue)).toEqual(['2', '3', '4']);
    const outcome = outcomeOf(scope, new Set(['1', '2', '5', '99']), near);
    expect(outcome).toMatchObject({ predicted: 3, touched: 2, hits: 1, missed: ['5'] });
    expect(outcome.byLinkType).toEqual([
      { type: 'Requires', predicted: 2, hits: 1, expected: 1.6 },
      { type: 'Relates', predicted: 1, hits: 0, expected: 0.3 },
    ]);
  });

  it('does not count what a person excluded as predicted', () => {
    const { scope } = assess(inputsOf(PROJECT, { reviews: [{ issueId: '2', verdict: 'exclude', effort: null }] }));
    const outcome = outcomeOf(scope, new Set(['2']), near);
    expect(outcome).toMatchObject({ predicted: 2, touched: 1, hits: 0, missed: ['2'] });
  });
});

function past(hits: number, predicted: number, touched: number, expected = predicted): Outcome {
  const byLinkType = [{ type: 'Blocks', predicted, hits, expected }];
  return { predicted, touched, hits, listedShare: 0.1, missed: [], byLinkType };
}

describe('the track record', () => {
  it('is empty without verified changes, and says nothing then', () => {
    expect(trackRecordOf([], true)).toEqual({
      analyses: 0,
      found: null,
      falseAlarms: null,
      listedShare: null,
      byLinkType: [],
      tuning: true,
    });
    expect(tuningBy([])).toEqual({});
  });

  it('weighs issues, not analyses', () => {
    const record = trackRecordOf([past(1, 2, 1), past(9, 18, 19)], true);
    expect(record).toMatchObject({ analyses: 2, found: 0.5, falseAlarms: 0.5 });
    expect(record.byLinkType).toEqual([{ type: 'Blocks', predicted: 20, hits: 10 }]);
  });

  it('adjusts a type the more, the more it has shown, within bounds', () => {
    expect(tuningBy([past(0, 2, 0)])['blocks']).toBeCloseTo(10 / 12);
    expect(tuningBy([past(0, 90, 0)])['blocks']).toBe(0.5);
    expect(tuningBy([past(50, 50, 50, 20)])['blocks']).toBe(1.5);
    expect(tuningBy([past(8, 10, 8, 8)])['blocks']).toBe(1);
  });
});
