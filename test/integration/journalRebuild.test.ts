import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { FeedbackSummary } from '../../src/contract/feedback';
import { aFeedback, onItem } from '../support/builders';
import { covered } from '../support/covered';
import { openIssues } from '../support/issues';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';

const DERIVED = ['client', 'contact', 'feedback'];

let app: PreparedSandbox;
let issueIds: readonly string[];
let projectId: string;
const admin = () => ({ as: PEOPLE.admin, on: issueIds[0] ?? '' });

beforeAll(async () => {
  app = await prepareSandbox();
  const issues = openIssues(app.sandbox, 3);
  issueIds = issues.map((issue) => issue.id);
  projectId = issues[0]?.projectId ?? '';
});
afterAll(() => app.sandbox.close());

async function derivedRows(): Promise<readonly string[]> {
  const tables = await Promise.all(
    DERIVED.map(async (table) => [table, await app.sandbox.query(`SELECT * FROM ${table} ORDER BY id`)] as const),
  );
  return tables.flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row)}`));
}

async function rebuild(): Promise<number> {
  let items = 0;
  for (let after: number | null = 0; after !== null;) {
    const progress: { items: number; next: number | null } = await app.succeed(
      'derived.rebuild',
      { projectId, after },
      admin(),
    );
    items += progress.items;
    after = progress.next;
  }
  return items;
}

/** A step of a history; the number chooses the item among those there are. Many are refused, as they may be. */
type Step = readonly [(typeof STEPS)[number], number];
const STEPS = ['record', 'edit', 'answer', 'reopen', 'note', 'merge', 'unmerge', 'eraseContact', 'eraseTexts'] as const;

async function current(known: readonly string[], pick: number): Promise<FeedbackSummary | undefined> {
  const feedbackId = known[pick % Math.max(known.length, 1)];
  return feedbackId === undefined ? undefined : app.succeed('feedback.get', { feedbackId }, admin());
}

async function take([step, pick]: Step, known: string[]): Promise<unknown> {
  const issueId = issueIds[pick % issueIds.length] ?? '';
  const item = step === 'record' ? undefined : await current(known, pick);
  if (item === undefined) {
    const recorded = await app.succeed('feedback.record', aFeedback({ issueId }), admin());
    return known.push(recorded.id);
  }
  const other = await current(known, pick + 1);
  const commandId = randomUUID();
  switch (step) {
    case 'record':
      return undefined;
    case 'edit': {
      const changes = {
        text: `edited ${pick}`,
        kind: 'question' as const,
        contact: { name: 'New', client: { name: 'N' } },
      };
      return app.call('feedback.edit', { ...onItem(item), timeZone: 'Europe/Berlin', changes }, admin());
    }
    case 'answer':
      return app.call('feedback.move', { ...onItem(item), to: 'resolved', answer: 'Done' }, admin());
    case 'reopen':
      return app.call('feedback.reopen', { ...onItem(item), reason: 'Not done' }, admin());
    case 'note':
      return app.call('feedback.note', { commandId, feedbackId: item.id, note: 'Between us' }, admin());
    case 'merge':
      return app.call('feedback.merge', { ...onItem(item), intoId: other?.id ?? item.id }, admin());
    case 'unmerge':
      return app.call('feedback.unmerge', onItem(item), admin());
    case 'eraseContact':
      return app.call('contact.erase', { commandId, contactId: item.contact.id }, admin());
    case 'eraseTexts':
      return app.call('feedback.eraseTexts', { commandId, feedbackId: item.id }, admin());
  }
}

describe('rows derived again from the journal', () => {
  it('equal those that were there before, byte by byte, after any history', async () => {
    const known: string[] = [];
    const history = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat({ max: 50 })), { minLength: 8, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        for (const step of steps) await take(step, known);
        const before = await derivedRows();
        for (const table of DERIVED) await app.sandbox.query(`DELETE FROM ${table}`);
        expect(await derivedRows()).toEqual([]);
        expect(await rebuild()).toBeGreaterThanOrEqual(before.length);
        expect(await derivedRows()).toEqual(before);
        covered('derived rows compared', before.length);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 180_000);

  it('take the place of rows that were altered, and of rows that no event made', async () => {
    await setScene(app, issueIds[0] ?? '');
    const before = await derivedRows();
    await app.sandbox.query("UPDATE feedback SET state = 'praised', kind = 'praise'");
    await app.sandbox.query('UPDATE contact SET version = version + 7, search_name = NULL');
    await app.sandbox.query("INSERT INTO client (id, project_id, name_ref, version) VALUES ('x', ?, 'y', 1)", [
      projectId,
    ]);
    await rebuild();
    expect(await derivedRows()).toEqual(before);
  });

  it('need no answer in one go: each call goes on where the one before ended', async () => {
    const issueId = issueIds[0] ?? '';
    for (let count = 0; count < 20; count += 1) await app.succeed('feedback.record', aFeedback({ issueId }), admin());
    const before = await derivedRows();
    for (const table of DERIVED) await app.sandbox.query(`DELETE FROM ${table}`);
    const start = app.sandbox.clock.now();
    let looks = 0;
    const clock = jest.spyOn(app.sandbox.clock, 'now').mockImplementation(() => start + 20_000 * (looks += 1));
    const first = await app.succeed('derived.rebuild', { projectId, after: 0 }, admin());
    clock.mockRestore();
    expect(first).toMatchObject({ items: 50, next: expect.any(Number) as number });
    await rebuild();
    expect(await derivedRows()).toEqual(before);
  });
});
