import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { proposeSettings } from '../../../src/domain/settings/propose';

const used = (names: Readonly<Record<string, number>>) =>
  Object.entries(names).map(([name, issues]) => ({ name, issues }));

const proposed = (types: Readonly<Record<string, number>>, done: Readonly<Record<string, number>> = {}) =>
  proposeSettings({ types: used(types), doneStatuses: used(done) }, DEFAULT_SETTINGS);

describe('a new project is proposed', () => {
  it('those of its types whose names are known, and tests and defects by their names', () => {
    expect(proposed({ Story: 40, 'Test Case': 12, 'Production bug': 9, Task: 300, Epic: 4 })).toEqual([
      { path: 'requirementTypes', reason: 'knownNames', value: ['Story', 'Epic'], issues: 44 },
      { path: 'testTypes', reason: 'similarNames', value: ['Test Case'], issues: 12 },
      { path: 'defectTypes', reason: 'similarNames', value: ['Production bug'], issues: 9 },
    ]);
  });

  it('the same in Chinese', () => {
    expect(proposed({ 用户故事: 5, 测试用例: 2, 线上缺陷: 1, 任务: 9 }).map(({ value }) => value)).toEqual([
      ['用户故事'],
      ['测试用例'],
      ['线上缺陷'],
    ]);
  });

  it('its most common type where no name is known, but no sub-tasks, tests or defects', () => {
    const [first] = proposed({ Subtask: 90, Bug: 80, Testlauf: 70, Vorgang: 6, Anforderung: 30 });
    expect(first).toMatchObject({ path: 'requirementTypes', reason: 'mostCommon', value: ['Anforderung'] });
  });

  it('delivered statuses only where some that are done have delivered nothing', () => {
    const paths = (done: Readonly<Record<string, number>>) => proposed({ Story: 1 }, done).map(({ path }) => path);
    expect(paths({ Done: 5, Closed: 2 })).not.toContain('deliveredStatuses');
    expect(proposed({ Story: 1 }, { Done: 5, Rejected: 2, 已取消: 1 }).at(-1)).toEqual({
      ...{ path: 'deliveredStatuses', reason: 'withoutRejected', value: ['Done'], issues: 5 },
    });
  });

  it('nothing while it has not been read', () => {
    expect(proposed({})).toEqual([]);
  });
});
