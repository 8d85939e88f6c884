import { randomUUID } from 'node:crypto';
import type { SettingsChoices } from '../../src/contract/settings';
import type { ProcedurePayload } from '../../src/contract/procedures';
import { aFeedback, onItem } from '../support/builders';
import { anOpenIssue } from '../support/issues';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

/** Monday, 2 March 2026, 09:00 in Berlin. */
const MONDAY = Date.UTC(2026, 2, 2, 8);
const HOUR = 60 * 60 * 1_000;

let app: PreparedSandbox;
let issueId: string;
let projectId: string;
const member = () => ({ as: PEOPLE.member, on: issueId });
const admin = () => ({ as: PEOPLE.admin, on: issueId });

beforeEach(async () => {
  app = await prepareSandbox();
  ({ id: issueId, projectId } = anOpenIssue(app.sandbox));
  app.sandbox.clock.set(MONDAY);
});
afterEach(() => app.sandbox.close());

async function choose(choices: SettingsChoices): Promise<void> {
  const { version } = await app.succeed('settings.get', { projectId }, admin());
  const saving = { commandId: randomUUID(), projectId, expectedVersion: version, choices };
  await app.succeed('settings.save', saving, admin());
}

/** Hours from Monday morning until it is due; the clock runs while the test does. */
const dueIn = (item: { readonly clock: object }) =>
  'dueAt' in item.clock ? Math.floor((Date.parse(String(item.clock.dueAt)) - MONDAY) / HOUR) : null;

const list = () => app.succeed('feedback.list', { issueId, offset: 0 }, member());

describe("a project's feedback settings", () => {
  it('hold for what is recorded from then on, and leave alone what was promised before', async () => {
    const given = () => aFeedback({ issueId, kind: 'wish', importance: 'critical' });
    const before = await app.succeed('feedback.record', given(), member());
    await choose({ feedback: { respond: { critical: 2 }, resolve: { critical: null } } });
    const later = await app.succeed('feedback.record', given(), member());
    expect([dueIn(before), dueIn(later)]).toEqual([4, 2]);

    const reworded = { ...onItem(before), timeZone: 'Europe/Berlin', changes: { text: 'Said better' } };
    expect(dueIn(await app.succeed('feedback.edit', reworded, member()))).toBe(4);
    const taken = await app.succeed('feedback.move', { ...onItem(later), to: 'acknowledged' }, member());
    expect(taken.clock).toEqual({ phase: 'none' });
  });

  it("count in the project's calendar: its zone, hours and holidays", async () => {
    // 16:00 in Shanghai: two of the eight hours before the day ends, then a holiday.
    await choose({ calendar: { timeZone: 'Asia/Shanghai', opens: 8, closes: 18, holidays: ['2026-03-03'] } });
    const item = await app.succeed('feedback.record', aFeedback({ issueId, importance: 'important' }), member());
    expect(dueIn(item)).toBe(2 + 14 + 24 + 6);
  });

  it('start the clock of reopened feedback by what the project promises now', async () => {
    const said = await app.succeed('feedback.record', aFeedback({ issueId, importance: 'critical' }), member());
    const closing = { ...onItem(said), to: 'resolved' as const, answer: 'Done.' };
    const closed = await app.succeed('feedback.move', closing, member());
    await choose({ feedback: { resolve: { critical: 0.75 } } });
    const again = { ...onItem(closed), reason: 'It was not done.' };
    expect(dueIn(await app.succeed('feedback.reopen', again, member()))).toBe(6);
  });

  it('tell the panel the kinds and names, and refuse a kind that is not taken, keeping what is there', async () => {
    const praise = await app.succeed('feedback.record', aFeedback({ issueId, kind: 'praise' }), member());
    await choose({ feedback: { kinds: ['question', 'wish'], names: { critical: '一级' } } });
    const { words, items } = await list();
    expect(words).toEqual({
      kinds: ['question', 'wish'],
      importances: { nice: null, important: null, critical: '一级' },
    });
    expect(items.map(({ kind }) => kind)).toEqual(['praise']);
    const refused = await app.refuse('feedback.record', aFeedback({ issueId, kind: 'praise' }), member());
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'kind', rule: 'not_a_choice' }] });
    const edit = (changes: ProcedurePayload<'feedback.edit'>['changes']) => ({
      ...onItem(praise),
      timeZone: 'Europe/Berlin',
      changes,
    });
    const changed = await app.refuse('feedback.edit', edit({ kind: 'complaint' }), member());
    expect(changed.fields).toEqual([{ path: 'changes.kind', rule: 'not_a_choice' }]);
    await app.succeed('feedback.edit', edit({ kind: 'praise', text: 'Very good' }), member());
  });

  it('cost the panel no statement of their own', async () => {
    const statements = async () => {
      app.sandbox.meter.reset();
      await list();
      return app.sandbox.meter.invocations()[0]?.sqlStatements;
    };
    await app.succeed('feedback.record', aFeedback({ issueId }), member());
    const before = await statements();
    for (const count of [1, 2, 3]) await choose({ feedback: { respond: { nice: count } } });
    expect([before, await statements()]).toEqual([2, 2]);
  });

  it('still repair what an interrupted invocation left, in the same statement', async () => {
    await choose({ tuneLinks: false });
    app.sandbox.faults.add({
      target: 'sql',
      matching: 'INSERT INTO `feedback`',
      effect: { type: 'kill-before' },
    });
    await expect(app.call('feedback.record', aFeedback({ issueId }), member())).rejects.toThrow();
    expect((await list()).items).toHaveLength(1);
  });
});
