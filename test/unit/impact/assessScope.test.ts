import { assess } from '../../../src/domain/impact/assess';
import type { Assessment } from '../../../src/domain/impact/assessment';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { DAY, inputsOf } from '../../support/impact';
import type { SomeProject } from '../../support/impact';

const CHAIN: SomeProject = {
  issues: [{ id: '1' }, { id: '2' }, { id: '3' }, { id: '4' }],
  // 2 requires 1, 3 requires 2, 4 requires 3
  links: [
    ['2', 'Requires', '1'],
    ['3', 'Requires', '2'],
    ['4', 'Requires', '3'],
  ],
};

function rowOf({ scope }: Assessment, issue: string) {
  return scope.rows.find((row) => row.issue === issue);
}

const idsOf = ({ scope }: Assessment) => scope.rows.map(({ issue }) => issue);

describe('which issues a change affects', () => {
  it('lists what depends on it, the nearest first, each with its path in the words of the link type', () => {
    const result = assess(inputsOf(CHAIN));
    expect(idsOf(result)).toEqual(['2', '3', '4']);
    expect(rowOf(result, '3')?.path).toEqual([
      { issue: '1', words: null, relation: 'link' },
      { issue: '2', words: 'is required by', relation: 'link' },
      { issue: '3', words: 'is required by', relation: 'link' },
    ]);
    expect(rowOf(result, '2')).toMatchObject({ confidence: 0.8, band: 'certain', arrivedBy: 'Requires' });
  });

  it('reads the direction of a type: what blocks the changed issue is hardly affected, what it blocks is', () => {
    const result = assess(
      inputsOf({
        issues: [{ id: '1' }, { id: '2' }, { id: '3' }],
        links: [
          ['1', 'Blocks', '2'],
          ['3', 'Blocks', '1'],
        ],
      }),
    );
    expect(rowOf(result, '2')).toMatchObject({ confidence: 0.8, band: 'certain' });
    expect(rowOf(result, '3')).toMatchObject({ confidence: 0.2, band: 'possible' });
    expect(rowOf(result, '3')?.path.at(-1)?.words).toBe('is blocked by');
  });

  it('compares link types without regard to case, and ignores those that the settings ignore', () => {
    const links = [
      { type: 'REQUIRES', meaning: 'ignore', subject: 'source', alongOutward: 1, alongInward: 1 },
    ] as const;
    const result = assess(inputsOf(CHAIN, {}, { settings: { ...DEFAULT_SETTINGS, links } }));
    expect(idsOf(result)).toEqual([]);
  });

  it('takes a type that no rule knows for a mere relation, and says so', () => {
    const result = assess(inputsOf({ issues: [{ id: '1' }, { id: '2' }], links: [['1', 'Sings to', '2']] }));
    expect(rowOf(result, '2')).toMatchObject({ confidence: 0.3, band: 'possible' });
    expect(result.warnings).toContainEqual({ code: 'unknownLinkTypes', count: 1, names: ['Sings to'] });
  });

  it('passes on to children and the parent', () => {
    const result = assess(inputsOf({ issues: [{ id: '1', parentId: '3' }, { id: '2', parentId: '1' }, { id: '3' }] }));
    expect(rowOf(result, '2')?.path.at(-1)).toEqual({ issue: '2', words: null, relation: 'child' });
    expect(rowOf(result, '3')?.path.at(-1)).toEqual({ issue: '3', words: null, relation: 'parent' });
  });

  it('hardly passes from one child to the others by their parent, but wholly once the parent itself is reached', () => {
    const issues = [{ id: '1', parentId: '9' }, { id: '2', parentId: '9' }, { id: '3', parentId: '9' }, { id: '9' }];
    const byParent = assess(inputsOf({ issues }));
    expect(idsOf(byParent)).toEqual(['9']);
    const linked = assess(inputsOf({ issues, links: [['3', 'Requires', '1']] }));
    expect(idsOf(linked)).toEqual(['3', '9']);
    const changed = assess(inputsOf({ issues, links: [['9', 'Requires', '1']] }));
    expect(idsOf(changed)).toEqual(['9', '2', '3']);
    expect(rowOf(changed, '2')?.path.map(({ issue, relation }) => [issue, relation])).toEqual([
      ['1', 'link'],
      ['9', 'link'],
      ['2', 'child'],
    ]);
  });

  it('is strengthened or weakened by what earlier analyses have shown of a type', () => {
    const confidence = (factor: number) =>
      rowOf(assess(inputsOf(CHAIN, {}, { tuning: { requires: factor } })), '2')?.confidence;
    expect(confidence(0.5)).toBeCloseTo(0.4);
    expect(confidence(5)).toBeCloseTo(0.95);
  });

  it('lists the edges among what is shown, starts as negative places, once each', () => {
    expect(assess(inputsOf(CHAIN)).scope.edges).toEqual([
      { from: -1, to: 0, words: 'is required by' },
      { from: 0, to: 1, words: 'is required by' },
      { from: 1, to: 2, words: 'is required by' },
    ]);
  });

  it('says which share of all requirements it lists', () => {
    const issues = [...CHAIN.issues, { id: '5' }, { id: '6', type: 'Task' }];
    expect(assess(inputsOf({ ...CHAIN, issues })).scope.listedShare).toBeCloseTo(3 / 5);
    expect(assess(inputsOf({ issues: [{ id: '1', type: 'Task' }] })).scope.listedShare).toBeNull();
  });
});

describe('what a person said of issues', () => {
  it('excluded: stays listed, counts for nothing and leads nowhere', () => {
    const issues = CHAIN.issues.map((issue) => ({ ...issue, original: 10 * DAY }));
    const excluded = { issueId: '2', verdict: 'exclude', effort: null } as const;
    const result = assess(inputsOf({ ...CHAIN, issues }, { reviews: [excluded] }));
    expect(idsOf(result)).toEqual(['2']);
    expect(rowOf(result, '2')?.verdict).toBe('exclude');
    expect(result.cost.effort).toEqual({ low: 0, likely: 0, high: 0 });
    expect(result.scope.listedShare).toBe(0);
  });

  it('included: is certain, listed without a path if nothing led to it, and leads no further', () => {
    const issues = [...CHAIN.issues, { id: '8' }, { id: '9', parentId: '8' }];
    const included = { issueId: '8', verdict: 'include', effort: null } as const;
    const result = assess(inputsOf({ ...CHAIN, issues }, { reviews: [included] }));
    expect(result.scope.rows[0]).toMatchObject({ issue: '8', confidence: 1, path: [], arrivedBy: null });
    expect(idsOf(result)).not.toContain('9');
  });

  it('adjusted: takes that effort, as the confidence weighs it', () => {
    const effort = { low: 1, likely: 2, high: 5 };
    const result = assess(inputsOf(CHAIN, { reviews: [{ issueId: '2', verdict: 'adjust', effort }] }));
    expect(rowOf(result, '2')).toMatchObject({ effort, effortSource: 'person', confidence: 0.8 });
    expect(result.cost.effort.likely).toBeCloseTo(1.6);
  });

  it('of an issue that has been deleted meanwhile: has no effect', () => {
    const gone = { issueId: '77', verdict: 'include', effort: null } as const;
    expect(assess(inputsOf(CHAIN, { reviews: [gone] }))).toEqual(assess(inputsOf(CHAIN)));
  });
});

describe('quality', () => {
  it('names the tests to run again and the open defects that it touches', () => {
    const result = assess(
      inputsOf({
        issues: [
          { id: '1' },
          { id: '2', type: 'Test' },
          { id: '3', type: 'bug' },
          { id: '4', type: 'Bug', category: 'done', status: 'Done' },
        ],
        links: [
          ['2', 'Tests', '1'],
          ['3', 'Blocks', '1'],
          ['4', 'Requires', '1'],
        ],
      }),
    );
    expect(result.quality).toEqual({ tests: ['2'], defects: ['3'] });
    expect(rowOf(result, '4')?.isRework).toBe(true);
  });
});
