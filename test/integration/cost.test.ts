import { randomUUID } from 'node:crypto';
import type { Invocation } from '../../sandbox/api';
import { aFeedback } from '../support/builders';
import { openIssues } from '../support/issues';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

let app: PreparedSandbox;
let issueId: string;
let otherId: string;
const caller = () => ({ as: PEOPLE.member, on: issueId });

beforeAll(async () => {
  app = await prepareSandbox();
  [issueId = '', otherId = ''] = openIssues(app.sandbox, 2).map((issue) => issue.id);
  for (let count = 0; count < 50; count += 1) {
    await app.succeed('feedback.record', aFeedback({ issueId }), caller());
  }
}, 120_000);
afterAll(() => app.sandbox.close());

const COLUMNS: Readonly<Record<string, readonly string[]>> = { journal: [], erasable: [], feedback: [] };

/** Copies one recorded item of the issue to another issue, under ids of its own, as often as asked. */
async function fillProject(count: number): Promise<void> {
  const BATCH = 250;
  for (const table of Object.keys(COLUMNS)) {
    const [pattern] = await app.sandbox.query(`SELECT * FROM ${table} LIMIT 1`);
    if (pattern === undefined) throw new Error(`${table} is empty`);
    for (let done = 0; done < count; done += BATCH) {
      const rows = Array.from({ length: BATCH }, (_, index) => ({
        ...pattern,
        ...(table === 'journal'
          ? { version: 1_000 + done + index, item_id: randomUUID(), command_id: randomUUID(), issue_id: otherId }
          : { id: randomUUID() }),
        ...(table === 'feedback' ? { issue_id: otherId } : {}),
      }));
      const columns = Object.keys(pattern);
      const values = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
      const parameters = rows.flatMap((row) => columns.map((column) => Reflect.get(row, column) as unknown));
      await app.sandbox.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values}`, parameters);
    }
  }
}

async function opening(): Promise<Invocation> {
  app.sandbox.meter.reset();
  const list = await app.succeed('feedback.list', { issueId, offset: 0 }, caller());
  expect(list.items).toHaveLength(50);
  const [invocation, ...others] = app.sandbox.meter.invocations();
  if (invocation === undefined || others.length > 0) throw new Error('Not exactly one invocation');
  return invocation;
}

describe('opening the panel', () => {
  it('costs two statements and at most three points, however much feedback the project has', async () => {
    const small = await opening();
    expect(small.sqlStatements).toBeLessThanOrEqual(2);
    expect(small.jiraPoints).toBeLessThanOrEqual(3);
    await fillProject(10_000);
    const large = await opening();
    expect([large.sqlStatements, large.jiraPoints]).toEqual([small.sqlStatements, small.jiraPoints]);
  }, 120_000);

  it('gives the most urgent open item first and the whole count on every page', async () => {
    const { items, total } = await app.succeed('feedback.list', { issueId, offset: 0 }, caller());
    const due = items.map((item) => ('dueAt' in item.clock ? item.clock.dueAt : ''));
    expect(due).toEqual(due.toSorted());
    const second = await app.succeed('feedback.list', { issueId, offset: 40 }, caller());
    expect([total, second.total, second.items.length]).toEqual([50, 50, 10]);
    expect((await app.succeed('feedback.list', { issueId, offset: 500 }, caller())).items).toEqual([]);
  });
});
