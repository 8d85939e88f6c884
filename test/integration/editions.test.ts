import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { EditionView } from '../../src/contract/edition';
import type { ProcedurePayload } from '../../src/contract/procedures';
import { packed, readReport } from '../../src/adapters/sql/sqlEditions';
import { reportDigest } from '../../src/domain/summary/edition';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import { aFeedback } from '../support/builders';
import { aRestrictedIssue } from '../support/issues';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

type Freezing = ProcedurePayload<'edition.freeze'>;

/** Has the page in Confluence and no Jira. */
const NO_JIRA = 'sandbox-wiki-reader';
let app: PreparedSandbox;
let hidden: string;
let projectId: string;

const idOf = (key: string) => app.sandbox.site.findIssue(key)?.id ?? '';
const caller = (as: string) => ({ as, on: idOf('HARBOR-2') });
const macroId = randomUUID();

function aPage(...keys: readonly string[]): string {
  const body = { type: 'doc', version: 1, content: [paragraph(...keys.map(smartLink))] } as const;
  return app.sandbox.site.wiki.createPage({ space: 'HP', title: randomUUID(), body, by: PEOPLE.admin }).id;
}

function freezing(pageId: string, more: Partial<Freezing> = {}): Freezing {
  const source = { source: 'page', pageId } as const;
  return { ...{ commandId: randomUUID(), pageId, macroId, source, name: 'March', date: '2026-03-31' }, ...more };
}

const freeze = (payload: Freezing, as: string = PEOPLE.member) => app.succeed('edition.freeze', payload, caller(as));
const show = (editionId: string, as: string = PEOPLE.member) => app.succeed('edition.show', { editionId }, caller(as));
const keysOf = ({ summary }: EditionView) => summary.requirements.map(({ key }) => key);

async function settle(): Promise<void> {
  await app.sandbox.events.deliverAll();
  await app.sandbox.runSchedule('mirror-sync');
}

beforeAll(async () => {
  app = await prepareSandbox();
  await app.sandbox.deliver('avi:forge:installed:app');
  hidden = aRestrictedIssue(app.sandbox).key;
  projectId = app.sandbox.site.findProject('HARBOR')?.id ?? '';
  await mirrorProject(app, projectId);
});
afterAll(() => app.sandbox.close());

describe('an edition', () => {
  it('has a number, a name, a date, a note and the digest that the journal holds', async () => {
    const pageId = aPage('HARBOR-3', 'HARBOR-4');
    const first = await freeze(freezing(pageId, { note: 'Agreed.' }));
    const second = await freeze(freezing(pageId, { name: 'April', date: '2026-04-30' }));
    const other = await freeze(freezing(pageId, { macroId: randomUUID() }));
    expect([first, second, other]).toMatchObject([
      { number: 1, name: 'March', date: '2026-03-31', note: 'Agreed.', forEveryone: false, isErased: false },
      { number: 2, name: 'April', note: null },
      { number: 1 },
    ]);
    const { editions } = await app.succeed('edition.list', { pageId, macroId }, caller(PEOPLE.reader));
    expect(editions).toEqual([first, second]);
    const rows = await app.sandbox.query("SELECT data FROM journal WHERE type = 'edition.frozen' AND item_id = ?", [
      first.id,
    ]);
    expect(String(rows[0]?.['data'])).toContain(first.sha256);
    expect(await app.succeed('journal.verify', { projectId }, caller(PEOPLE.admin))).toMatchObject({
      outcome: 'whole',
    });
  });

  it('is frozen once, however often the command arrives', async () => {
    const payload = freezing(aPage('HARBOR-3'));
    expect(await freeze(payload)).toEqual(await freeze(payload));
  });

  it('shows the same whatever becomes of the issues', async () => {
    const { site, clock } = app.sandbox;
    const { key } = site.createIssue({ project: 'HARBOR', summary: 'As it was called then' });
    await settle();
    const { id } = await freeze(freezing(aPage('HARBOR-3', key)));
    const before = await show(id);
    site.updateIssue(key, { summary: 'Otherwise', status: 'Done' });
    await settle();
    clock.advance(2 * 365 * 24 * 3_600_000);
    expect(await show(id)).toEqual(before);
    site.deleteIssue(key);
    await settle();
    // Nobody sees a deleted issue in Jira: who froze it, and the administrators, still do here.
    for (const as of [PEOPLE.member, PEOPLE.admin]) expect((await show(id, as)).summary).toEqual(before.summary);
    expect(keysOf(await show(id, PEOPLE.reader))).toEqual(['HARBOR-3']);
  });

  it('holds the components of then; one that was frozen without them is shown and stays intact', async () => {
    const key = 'HARBOR-3';
    const { components } = app.sandbox.site.findIssue(key) ?? { components: [] };
    expect(components.length).toBeGreaterThan(0);
    const { id } = await freeze(freezing(aPage(key)));
    await app.sandbox.query("UPDATE mirror_component SET name = 'Renamed'");
    expect((await show(id)).summary.requirements[0]?.components).toEqual([...components].toSorted());
    const [row] = await app.sandbox.query('SELECT body FROM edition WHERE id = ?', [id]);
    const report = readReport(gunzipSync(Buffer.from(String(row?.['body']), 'base64')).toString());
    if (report === null) throw new Error('The edition cannot be read');
    const old = { ...report, rows: report.rows.map(({ components: _components, ...rest }) => rest) };
    const sha256 = reportDigest(old);
    await app.sandbox.query('UPDATE edition SET body = ? WHERE id = ?', [packed(old), id]);
    const [frozen] = await app.sandbox.query('SELECT data FROM journal WHERE item_id = ?', [id]);
    const data: object = JSON.parse(String(frozen?.['data'])) as object;
    await app.sandbox.query('UPDATE journal SET data = ? WHERE item_id = ?', [JSON.stringify({ ...data, sha256 }), id]);
    const shown = await show(id);
    expect([shown.isIntact, shown.summary.requirements[0]?.components]).toEqual([true, []]);
    await app.sandbox.query('UPDATE journal SET data = ? WHERE item_id = ?', [frozen?.['data'], id]);
  });

  it('that somebody altered in the database is said to be altered', async () => {
    const { id } = await freeze(freezing(aPage('HARBOR-3')));
    expect((await show(id)).isIntact).toBe(true);
    const other = await freeze(freezing(aPage('HARBOR-4')));
    const [row] = await app.sandbox.query('SELECT body FROM edition WHERE id = ?', [other.id]);
    await app.sandbox.query('UPDATE edition SET body = ? WHERE id = ?', [row?.['body'], id]);
    expect((await show(id)).isIntact).toBe(false);
  });
});

describe('who sees what of an edition', () => {
  it('hides what the reader may not see, and what is made of it', async () => {
    const { id } = await freeze(freezing(aPage('HARBOR-3', hidden, 'HARBOR-4')));
    const [member, reader, noJira] = [await show(id), await show(id, PEOPLE.reader), await show(id, NO_JIRA)];
    expect(keysOf(member)).toEqual(['HARBOR-3', hidden, 'HARBOR-4']);
    expect(member.summary.trend.length).toBeGreaterThan(0);
    expect(keysOf(reader)).toEqual(['HARBOR-3', 'HARBOR-4']);
    expect(reader.summary.trend).toEqual([]);
    expect(reader.summary.requirements.map(({ milestone }) => milestone?.expected ?? null)).toEqual([null, null]);
    expect(JSON.stringify(reader)).not.toContain(hidden);
    expect([keysOf(noJira), noJira.summary.named]).toEqual([[], 3]);
  });

  it('shows all of it to everyone who may read the page once it is published, as previewed', async () => {
    const pageId = aPage('HARBOR-3', hidden);
    const payload = { pageId, source: { source: 'page', pageId } } as const;
    const preview = await app.succeed('edition.preview', payload, caller(PEOPLE.member));
    const summary = app.sandbox.site.findIssue(hidden)?.summary;
    expect(preview.requirements).toContainEqual({ key: hidden, summary });
    const { id } = await freeze(freezing(pageId, { forEveryone: preview.digest }));
    for (const as of [PEOPLE.reader, NO_JIRA]) expect(keysOf(await show(id, as))).toEqual(['HARBOR-3', hidden]);
    expect((await show(id, PEOPLE.reader)).seenHereOnly).toEqual([idOf(hidden)]);
    const outside = await app.refuse('edition.show', { editionId: id }, caller(PEOPLE.outsider));
    expect(outside.code).toBe('EDITION_NOT_FOUND');
  });

  it('publishes nothing but what was previewed', async () => {
    const { site } = app.sandbox;
    const { key } = site.createIssue({ project: 'HARBOR', summary: 'Harmless' });
    await settle();
    const pageId = aPage(key);
    const payload = { pageId, source: { source: 'page', pageId } } as const;
    const { digest } = await app.succeed('edition.preview', payload, caller(PEOPLE.member));
    site.updateIssue(key, { summary: 'Not for everyone' });
    await settle();
    const refused = await app.refuse(
      'edition.freeze',
      freezing(pageId, { forEveryone: digest }),
      caller(PEOPLE.member),
    );
    expect(refused.code).toBe('PREVIEW_OUTDATED');
  });
});

describe('who may freeze', () => {
  it('is a setting of the project that most of it belongs to', async () => {
    const pageId = aPage('HARBOR-3');
    expect((await app.refuse('edition.freeze', freezing(pageId), caller(PEOPLE.reader))).code).toBe('NOT_ALLOWED');
    const saving = { commandId: randomUUID(), projectId, expectedVersion: 0, choices: { editorsFreeze: false } };
    const { version } = await app.succeed('settings.save', saving, caller(PEOPLE.admin));
    expect((await app.refuse('edition.freeze', freezing(pageId), caller(PEOPLE.member))).code).toBe('NOT_ALLOWED');
    await freeze(freezing(pageId), PEOPLE.admin);
    const back = { commandId: randomUUID(), projectId, expectedVersion: version, choices: {} };
    await app.succeed('settings.save', back, caller(PEOPLE.admin));
    await freeze(freezing(pageId));
  });

  it('may not freeze nothing', async () => {
    const refused = await app.refuse('edition.freeze', freezing(aPage('HARBOR-999')), caller(PEOPLE.member));
    expect(refused.code).toBe('EDITION_EMPTY');
  });
});

describe('erasing', () => {
  it('takes what was frozen, its name and its note; the journal stays whole', async () => {
    const { id } = await freeze(freezing(aPage('HARBOR-3'), { note: 'Agreed.' }));
    const payload = { commandId: randomUUID(), editionId: id };
    expect((await app.refuse('edition.erase', payload, caller(PEOPLE.member))).code).toBe('NOT_ALLOWED');
    await app.succeed('edition.erase', payload, caller(PEOPLE.admin));
    const { head, summary } = await show(id);
    expect(head).toMatchObject({ name: null, note: null, isErased: true });
    expect(summary.requirements).toEqual([]);
    expect(await app.sandbox.query('SELECT body FROM edition WHERE id = ?', [id])).toEqual([{ body: null }]);
    expect(await app.succeed('journal.verify', { projectId }, caller(PEOPLE.admin))).toMatchObject({
      outcome: 'whole',
    });
  });

  it('is finished by the hour when the invocation died, and what no decision came of is swept up', async () => {
    const { id } = await freeze(freezing(aPage('HARBOR-3')));
    const payload = { commandId: randomUUID(), editionId: id };
    app.sandbox.faults.add({ target: 'sql', matching: 'update `edition`', effect: { type: 'kill-before' } });
    await expect(app.call('edition.erase', payload, caller(PEOPLE.admin))).rejects.toThrow();
    const orphan = randomUUID();
    await app.sandbox.query("INSERT INTO edition (id, page_id, body, created_at) VALUES (?, '1', 'x', 0)", [orphan]);
    await app.sandbox.runSchedule('hourly');
    const left = await app.sandbox.query('SELECT id, body FROM edition WHERE id IN (?, ?)', [id, orphan]);
    expect(left).toEqual([{ id, body: null }]);
  });

  it('of a contact’s client takes the name out of editions, too', async () => {
    const issueId = idOf('HARBOR-6');
    const recorded = await app.succeed('feedback.record', aFeedback({ issueId }), { as: PEOPLE.member, on: issueId });
    const { id } = await freeze(freezing(aPage('HARBOR-6')));
    const { client } = recorded.contact;
    expect((await show(id)).summary.requirements[0]?.clients).toEqual([client.name]);
    const [row] = await app.sandbox.query('SELECT body FROM edition WHERE id = ?', [id]);
    const stored = gunzipSync(Buffer.from(String(row?.['body']), 'base64')).toString();
    expect(stored).toContain('HARBOR-6');
    expect(stored).not.toContain(String(client.name));
  });
});
