import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import { anOpenIssue } from '../support/issues';

const TABLES = ['client', 'contact', 'erasable', 'feedback', 'journal'];

describe('an installation', () => {
  it.each([
    [
      'when it is installed',
      (app: Awaited<ReturnType<typeof prepareSandbox>>) => app.sandbox.deliver('avi:forge:installed:app'),
    ],
    [
      'when it is upgraded',
      (app: Awaited<ReturnType<typeof prepareSandbox>>) => app.sandbox.deliver('avi:forge:upgraded:app'),
    ],
    ['by the hourly schedule', (app: Awaited<ReturnType<typeof prepareSandbox>>) => app.sandbox.runSchedule('hourly')],
  ])('gets its tables %s, once', async (_, run) => {
    const app = await prepareSandbox();
    try {
      await run(app);
      await run(app);
      for (const table of TABLES) expect(await app.sandbox.query(`SELECT * FROM ${table}`)).toEqual([]);
      const names = await app.sandbox.query('SELECT name FROM __migrations');
      expect(new Set(names.map((row) => row['name'])).size).toBe(names.length);
    } finally {
      await app.sandbox.close();
    }
  });

  it('has its first view within the 25 DDL statements that the platform grants a minute', async () => {
    const app = await prepareSandbox();
    app.sandbox.sqlQuota.set({ definitionsPerMinute: 25 });
    try {
      const issueId = anOpenIssue(app.sandbox).id;
      const caller = { as: PEOPLE.member, on: issueId };
      expect((await app.succeed('feedback.list', { issueId, offset: 0 }, caller)).items).toEqual([]);
    } finally {
      await app.sandbox.close();
    }
  });

  it('serves many first views at once, though nothing has made its tables', async () => {
    const app = await prepareSandbox();
    try {
      const issueId = anOpenIssue(app.sandbox).id;
      const caller = { as: PEOPLE.member, on: issueId };
      const views = Array.from({ length: 5 }, () => app.succeed('feedback.list', { issueId, offset: 0 }, caller));
      for (const view of await Promise.all(views)) expect(view.items).toEqual([]);
    } finally {
      await app.sandbox.close();
    }
  });
});
