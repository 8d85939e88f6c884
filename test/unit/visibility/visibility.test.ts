import fc from 'fast-check';
import { visibilityInCalls } from '../../../src/adapters/jira/jiraVisibility';
import type { Visibility } from '../../../src/application/ports';
import { rememberedVisibility, showVisible } from '../../../src/application/visibility';

/** A source that shows even ids and notes what it is asked. */
function evenOnes() {
  const asked: string[][] = [];
  const source: Visibility = {
    visibleAmong: (ids) => {
      asked.push([...ids]);
      return Promise.resolve(new Set(ids.filter((id) => Number(id) % 2 === 0)));
    },
  };
  return { asked, source };
}

describe('within one invocation', () => {
  it('each issue is asked about once, also at the same time, and the answers are those of the source', async () => {
    const lists = fc.array(fc.array(fc.integer({ min: 1, max: 30 }).map(String), { maxLength: 12 }), { maxLength: 8 });
    const property = fc.asyncProperty(lists, fc.boolean(), async (questions, together) => {
      const { asked, source } = evenOnes();
      const remembered = rememberedVisibility(source);
      const answers: ReadonlySet<string>[] = [];
      if (together) answers.push(...(await Promise.all(questions.map((ids) => remembered.visibleAmong(ids)))));
      else for (const ids of questions) answers.push(await remembered.visibleAmong(ids));
      const plain = evenOnes().source;
      expect(answers).toEqual(await Promise.all(questions.map((ids) => plain.visibleAmong(ids))));
      const all = asked.flat();
      expect(all.toSorted()).toEqual([...new Set(questions.flat())].toSorted());
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it('what could not be learnt is not remembered as hidden, and asked again', async () => {
    let fails = true;
    const remembered = rememberedVisibility({
      visibleAmong: (ids) => (fails ? Promise.reject(new Error('Jira is away')) : Promise.resolve(new Set(ids))),
    });
    await expect(remembered.visibleAmong(['1'])).rejects.toThrow('Jira is away');
    fails = false;
    await expect(remembered.visibleAmong(['1'])).resolves.toEqual(new Set(['1']));
  });
});

describe('calls to Jira', () => {
  it('hold at most a thousand issues, each once, and nothing that is no id', async () => {
    const calls: number[] = [];
    const visibility = visibilityInCalls((ids) => {
      calls.push(ids.length);
      return Promise.resolve(ids.filter((id) => Number(id) % 3 === 0));
    });
    const ids = Array.from({ length: 2_500 }, (_, index) => String(index + 1));
    const visible = await visibility.visibleAmong([...ids, ...ids, '', '1e3', 'KEY-1', '-1']);
    expect(calls).toEqual([1_000, 1_000, 500]);
    expect([...visible]).toEqual(ids.filter((id) => Number(id) % 3 === 0));
  });

  it('are none for no issue', async () => {
    const visibility = visibilityInCalls(() => Promise.reject(new Error('asked for nothing')));
    await expect(visibility.visibleAmong([])).resolves.toEqual(new Set());
  });

  it('count only for what was asked, whatever else the answer names', async () => {
    const visibility = visibilityInCalls(() => Promise.resolve(['1', '2']));
    await expect(visibility.visibleAmong(['1'])).resolves.toEqual(new Set(['1']));
  });
});

describe('rows', () => {
  it('of hidden issues become a count; order stays, and a row of two issues needs both', async () => {
    const rows = [['4'], ['3'], [], ['2', '1'], ['2', '4']];
    const { shown, hidden } = await showVisible(evenOnes().source, rows, (row) => row);
    expect(shown).toEqual([['4'], [], ['2', '4']]);
    expect(hidden).toBe(2);
  });
});
