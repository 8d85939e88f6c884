import { frozenView } from '../../../src/application/impact/frozenView';
import { freezeChange } from '../../../src/domain/change/decide';
import { assess } from '../../../src/domain/impact/assess';
import { digestOf, freeze } from '../../../src/domain/impact/frozen';
import { aRaisedChange, anAssessment, changeAfter, OPTION_A } from '../../support/changes';
import { inputsOf } from '../../support/impact';

const { subject, ...inputs } = inputsOf({ issues: [{ id: '1' }, { id: '2' }], links: [['2', 'Requires', '1']] });
const { results } = freeze(inputs, [{ optionId: OPTION_A, subject, result: assess({ ...inputs, subject }) }], {});

/** What a viewer who sees nothing reads of the text. */
async function viewOf(text: string) {
  const digest = digestOf(text);
  const { change } = changeAfter(aRaisedChange(), (raised) => freezeChange(raised, anAssessment({ digest })));
  const none = () => Promise.resolve([]);
  const outside = {
    assessmentStore: {
      save: () => Promise.resolve(),
      read: () => Promise.resolve(text),
      sweepOrphans: () => Promise.resolve(0),
    },
    visibility: { visibleAmong: () => Promise.resolve(new Set<string>()) },
    erasables: { read: () => Promise.resolve(new Map<string, string>()) },
    impact: { labels: none, surroundings: none },
    journal: { lastOfItems: none },
  };
  return frozenView(outside as never, { accountId: 'a' }, change);
}

describe('a frozen assessment', () => {
  it('of this engine is shown without a word on engines', async () => {
    const view = await viewOf(results);
    expect(view?.results[0]?.result.warnings.map(({ code }) => code)).not.toContain('olderEngine');
  });

  it('of an older engine is shown as it was, with a warning that a new one may come out differently', async () => {
    const older = results.replace('"engine":"1"', '"engine":"0.9"');
    const view = await viewOf(older);
    expect(view?.engine).toBe('0.9');
    expect(view?.results[0]?.result.warnings[0]).toMatchObject({ code: 'olderEngine', names: ['0.9'] });
    expect(view?.results[0]?.result.scope.hidden).toBe(1);
  });
});
