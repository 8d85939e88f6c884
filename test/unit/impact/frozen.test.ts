import { assess } from '../../../src/domain/impact/assess';
import { digestOf, freeze, isReproducible } from '../../../src/domain/impact/frozen';
import type { FrozenInputs, FrozenResults } from '../../../src/domain/impact/frozen';
import { staleIssues } from '../../../src/domain/impact/surroundings';
import type { Surrounding, Surroundings } from '../../../src/domain/impact/surroundings';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { aPast, DAY, inputsOf } from '../../support/impact';

const { subject, ...project } = inputsOf({
  issues: [{ id: '1', original: DAY }, { id: '2', original: 2 * DAY }, ...aPast(30)],
  links: [['2', 'Requires', '1']],
});
const options = [{ optionId: 'a', subject, result: assess({ ...project, subject }) }];
const frozen = freeze(project, options, {});

describe('a frozen assessment', () => {
  it('can be reckoned again from its frozen inputs, bit for bit', () => {
    const inputs = JSON.parse(frozen.inputs) as FrozenInputs;
    const results = JSON.parse(frozen.results) as FrozenResults;
    expect(isReproducible(inputs, results)).toBe(true);
    expect(results.inputsDigest).toBe(digestOf(frozen.inputs));
  });

  it('does not pass for what other inputs give', () => {
    const results = JSON.parse(frozen.results) as FrozenResults;
    const settings = { ...DEFAULT_SETTINGS, parents: { toChildren: 0, toParent: 0 }, links: [] };
    expect(isReproducible({ ...project, settings }, results)).toBe(false);
  });

  it('has one digest for the same content, and another for inputs that differ in anything', () => {
    expect(freeze(project, options, {}).digest).toBe(frozen.digest);
    expect(freeze({ ...project, waiting: 1 }, options, {}).digest).not.toBe(frozen.digest);
  });
});

const ISSUE: Surrounding = {
  projectId: '10',
  status: 'To Do',
  original: 3_600,
  versions: '["7"]',
  summary: 'abc',
  joined: ['1>20', '^30'],
};
const before: Surroundings = { '5': ISSUE, '6': ISSUE };

describe('what has changed since', () => {
  it('is nothing while nothing has, in whatever order links come', () => {
    expect(staleIssues(before, { ...before, '6': { ...ISSUE, joined: ['^30', '1>20'] } })).toEqual([]);
  });

  it.each([
    ['status', { status: 'Done' }],
    ['estimate', { original: 7_200 }],
    ['estimate', { original: null }],
    ['version', { versions: '[]' }],
    ['summary', { summary: 'abd' }],
    ['links', { joined: ['^30'] }],
    ['links', { joined: ['1>20', '1<20', '^30'] }],
    ['moved', { projectId: '11', status: 'Done' }],
  ] as const)('names the %s: %j', (what, difference) => {
    expect(staleIssues(before, { ...before, '6': { ...ISSUE, ...difference } })).toEqual([
      { issue: '6', what: [what] },
    ]);
  });

  it('names what has been deleted', () => {
    expect(staleIssues(before, { '5': ISSUE })).toEqual([{ issue: '6', what: ['deleted'] }]);
  });

  it('names an issue that has come, beside the one that it was joined to', () => {
    const now = { ...before, '5': { ...ISSUE, joined: [...ISSUE.joined, 'v99'] } };
    expect(staleIssues(before, now)).toEqual([
      { issue: '5', what: ['links'] },
      { issue: '99', what: ['added'] },
    ]);
  });
});
