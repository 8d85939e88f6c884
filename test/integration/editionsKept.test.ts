import { randomUUID } from 'node:crypto';
import type { ProcedurePayload } from '../../src/contract/procedures';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

type Choices = ProcedurePayload<'settings.save'>['choices'];

const DAY = 24 * 3_600_000;
let app: PreparedSandbox;
let projectId: string;
let pageId: string;

const caller = (as: string) => ({ as, on: app.sandbox.site.findIssue('HARBOR-3')?.id ?? '' });
const admin = () => caller(PEOPLE.admin);
const commandId = () => randomUUID();

async function freeze(name: string): Promise<string> {
  const source = { source: 'page', pageId } as const;
  const facts = { pageId, macroId: randomUUID(), source, name, note: 'Agreed.', date: '2026-03-31' };
  return (await app.succeed('edition.freeze', { commandId: commandId(), ...facts }, admin())).id;
}

async function choose(choices: Choices): Promise<void> {
  const { version } = await app.succeed('settings.get', { projectId }, admin());
  await app.succeed('settings.save', { commandId: commandId(), projectId, expectedVersion: version, choices }, admin());
}

async function chooseForSite(choices: Choices): Promise<void> {
  const { version } = await app.succeed('siteSettings.get', {}, admin());
  await app.succeed('siteSettings.save', { commandId: commandId(), expectedVersion: version, choices }, admin());
}

const show = (editionId: string) => app.succeed('edition.show', { editionId }, admin());
const hourly = () => app.sandbox.runSchedule('hourly');

async function areErased(...ids: readonly string[]): Promise<readonly boolean[]> {
  const views = [];
  for (const id of ids) views.push((await show(id)).head.isErased);
  return views;
}

const erasings = async () => {
  const rows = await app.sandbox.query(
    `SELECT j.item_id AS id, e.kind, e.body FROM journal j JOIN erasable e ON e.id = j.actor_ref
      WHERE j.type = 'edition.erased' ORDER BY j.version`,
  );
  return rows.map(({ id, kind, body }) => ({ id, kind, body }));
};

beforeEach(async () => {
  app = await prepareSandbox();
  await app.sandbox.deliver('avi:forge:installed:app');
  projectId = app.sandbox.site.findProject('HARBOR')?.id ?? '';
  await mirrorProject(app, projectId);
  const body = { type: 'doc', version: 1, content: [paragraph(smartLink('HARBOR-3'))] } as const;
  pageId = app.sandbox.site.wiki.createPage({ space: 'HP', title: randomUUID(), body, by: PEOPLE.admin }).id;
});
afterEach(() => app.sandbox.close());

describe('editions kept for a time', () => {
  it('stay for ever where nothing is chosen', async () => {
    const id = await freeze('March');
    app.sandbox.clock.advance(15 * 365 * DAY);
    await hourly();
    expect(await areErased(id)).toEqual([false]);
    expect(await erasings()).toEqual([]);
  });

  it('lose what they hold, name and note once they are older than the project chose, and no sooner', async () => {
    const old = await freeze('March');
    app.sandbox.clock.advance(40 * DAY);
    const young = await freeze('May');
    await choose({ editionsKeptMonths: 2 });
    app.sandbox.clock.advance(18 * DAY);
    await hourly();
    expect(await areErased(old, young)).toEqual([false, false]);
    app.sandbox.clock.advance(5 * DAY);
    await hourly();
    const { head, summary, isIntact, mayErase } = await show(old);
    expect(head).toMatchObject({ name: null, note: null, isErased: true });
    expect([summary.requirements, isIntact, mayErase]).toEqual([[], true, false]);
    expect(await app.sandbox.query('SELECT body FROM edition WHERE id = ?', [old])).toEqual([{ body: null }]);
    expect((await show(young)).head).toMatchObject({ name: 'May', note: 'Agreed.', isErased: false });
    expect(await erasings()).toEqual([{ id: old, kind: 'name', body: 'Countersign' }]);
    expect(await app.succeed('journal.verify', { projectId }, admin())).toMatchObject({ outcome: 'whole' });
    await hourly();
    expect(await erasings()).toHaveLength(1);
  });

  it('are kept as the site chose where the project chose nothing, and as the project chose where it did', async () => {
    await chooseForSite({ editionsKeptMonths: 1 });
    await choose({ editionsKeptMonths: null });
    const id = await freeze('March');
    app.sandbox.clock.advance(40 * DAY);
    await hourly();
    expect(await areErased(id)).toEqual([false]);
    await choose({});
    await hourly();
    expect(await areErased(id)).toEqual([true]);
  });

  it('are erased fifty a run, the oldest first', async () => {
    const first = await freeze('March');
    for (let count = 1; count < 52; count += 1) {
      app.sandbox.clock.advance(1_000);
      await freeze(`Copy ${String(count)}`);
    }
    await choose({ editionsKeptMonths: 1 });
    app.sandbox.clock.advance(40 * DAY);
    await hourly();
    expect(await erasings()).toHaveLength(50);
    expect((await erasings())[0]?.id).toBe(first);
    await hourly();
    expect(await erasings()).toHaveLength(52);
  });

  it.each(['kill-before', 'kill-after'] as const)(
    'are erased once and wholly, wherever the invocation dies (%s)',
    async (effect) => {
      const id = await freeze('March');
      await choose({ editionsKeptMonths: 1 });
      app.sandbox.clock.advance(40 * DAY);
      for (const matching of [
        'insert into `erasable`',
        'insert into `journal`',
        'update `erasable`',
        'update `edition`',
      ]) {
        app.sandbox.faults.add({ target: 'sql', matching, effect: { type: effect } });
        await hourly().catch(() => undefined);
        app.sandbox.faults.clear();
      }
      await hourly();
      expect((await show(id)).head).toMatchObject({ name: null, note: null, isErased: true });
      expect(await app.sandbox.query('SELECT body FROM edition WHERE id = ?', [id])).toEqual([{ body: null }]);
      expect(await erasings()).toEqual([{ id, kind: 'name', body: 'Countersign' }]);
    },
  );
});

describe('the months for which editions are kept', () => {
  it.each([0, 121, 1.5])('are a whole number of 1 to 120, not %s', async (editionsKeptMonths) => {
    const saving = { commandId: commandId(), projectId, expectedVersion: 0, choices: { editionsKeptMonths } };
    expect((await app.refuse('settings.save', saving, admin())).code).toBe('INVALID_INPUT');
  });
});
