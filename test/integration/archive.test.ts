import { randomUUID } from 'node:crypto';
import { ARCHIVE_COLUMNS } from '../../src/contract/archive';
import type { ARCHIVE_TABLES } from '../../src/contract/archive';
import type { ArchiveLine } from '../../src/contract/archiveFile';
import { exportAll, importAll, resealed } from '../support/archive';
import { aFeedback } from '../support/builders';
import { aSmallProject } from '../support/issues';
import { expectWholeJournal } from '../support/journal';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';
import type { Scene } from '../support/scene';

let app: PreparedSandbox;
let scene: Scene;
let other: Scene;
const admin = () => ({ as: PEOPLE.admin, on: scene.issueId });
const member = () => ({ as: PEOPLE.member, on: scene.issueId });

beforeEach(async () => {
  app = await prepareSandbox();
  scene = await setScene(app, aSmallProject(app.sandbox, 'ROUND').open.id);
  const { projectId } = scene;
  const choices = { testTypes: ['Probe'], cost: { currency: 'EUR', ratePerDay: 640 } };
  const saving = { commandId: randomUUID(), projectId, expectedVersion: 0, choices };
  await app.succeed('settings.save', saving, admin());
}, 60_000);
afterEach(() => app.sandbox.close());

/** What panel, assessment, settings and macro show. */
async function everyView() {
  const { issueId, projectId, projectKey, fresh, change, awaiting, edition } = scene;
  return {
    feedback: await app.succeed('feedback.list', { issueId, offset: 0 }, member()),
    item: await app.succeed('feedback.get', { feedbackId: fresh.id }, member()),
    change: await app.succeed('change.get', { changeId: change.id }, member()),
    assessed: await app.succeed('change.get', { changeId: awaiting.id }, member()),
    overview: await app.succeed('impact.overview', { issueId }, member()),
    settings: await app.succeed('settings.get', { projectId }, admin()),
    history: await app.succeed('settings.history', { projectId }, admin()),
    macro: await app.succeed('summary.show', { source: 'project', project: projectKey }, member()),
    edition: await app.succeed('edition.show', { editionId: edition.id }, member()),
  };
}

async function erase(): Promise<void> {
  const { projectId, projectKey } = scene;
  for (let done = false; !done;) {
    ({ isDone: done } = await app.succeed('project.eraseData', { projectId, projectKey }, admin()));
  }
}

async function rebuild(projectId: string): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    const progress: { next: number | null } = await app.succeed('derived.rebuild', { projectId, after }, admin());
    after = progress.next;
  }
  await mirrorProject(app, projectId);
}

const asText = (lines: readonly ArchiveLine[]) => lines.map((line) => JSON.stringify(line));
const journalRows = () =>
  app.sandbox.query('SELECT version, hash, data FROM journal WHERE stream = ? ORDER BY version', [
    `project:${scene.projectId}`,
  ]);

/** The instants of what is reckoned anew do not count, only what it says. */
function timeless(view: unknown): unknown {
  return JSON.parse(
    JSON.stringify(view, (key, value: unknown) =>
      /^(?:now|at|readAt|asOf|generatedAt|completeUntil)$/u.test(key) ? 0 : value,
    ),
  );
}

describe('a project that is exported, erased and brought in again', () => {
  it('is what it was: the same journal to the last hash, and the same in settings, panels, assessment and macro', async () => {
    const { projectId } = scene;
    await mirrorProject(app, projectId);
    const before = timeless(await everyView());
    const rows = await journalRows();
    const lines = asText(await exportAll(app, projectId, admin()));
    await erase();
    const result = await importAll(app, projectId, lines, admin());
    expect(result).toEqual({ outcome: 'imported', events: rows.length });
    await rebuild(projectId);
    expect(timeless(await everyView())).toEqual(before);
    expect((await journalRows()).slice(0, rows.length)).toEqual(rows);
    const events = await expectWholeJournal(app.sandbox);
    expect(events.at(-1)).toMatchObject({
      type: 'archive.imported',
      data: { events: rows.length, head: rows.at(-1)?.['hash'] },
    });
    expect(await app.succeed('journal.verify', { projectId }, admin())).toMatchObject({ outcome: 'whole' });
    for (const table of ['archive_import', 'archive_event', 'archive_piece']) {
      expect(await app.sandbox.query(`SELECT * FROM ${table}`)).toEqual([]);
    }
    await app.succeed('feedback.record', aFeedback({ issueId: scene.issueId }), member());
    await expectWholeJournal(app.sandbox);
  });

  it('comes in whole however the calls are cut, lost and sent again', async () => {
    const { projectId } = scene;
    const rows = await journalRows();
    const lines = asText(await exportAll(app, projectId, admin()));
    await erase();
    const importId = randomUUID();
    const send = (from: number, part: readonly string[]) =>
      app.call('archive.import', { projectId, importId, from, lines: [...part] }, admin());
    let from = 0;
    let isIn = false;
    for (let cut = 0; !isIn && cut < 200; cut += 1) {
      // Every other call is cut short, each time at another statement.
      const effect = { type: cut % 4 === 0 ? 'kill-after' : 'kill-before' } as const;
      if (cut % 2 === 0) app.sandbox.faults.add({ target: 'sql', skip: (cut / 2) % 17, effect });
      const answer = await send(from, lines.slice(from, from + 9)).catch(() => null);
      app.sandbox.faults.clear();
      if (answer?.ok !== true) continue;
      if (answer.data.outcome === 'taken') from = answer.data.next;
      else expect(['moving', 'imported']).toContain(answer.data.outcome);
      isIn = answer.data.outcome === 'imported';
    }
    expect(isIn).toBe(true);
    expect((await journalRows()).slice(0, rows.length)).toEqual(rows);
    await expectWholeJournal(app.sandbox);
  }, 120_000);
});

describe('the tables for people', () => {
  it('hold what is recorded, and nothing on issues that the administrator may not see', async () => {
    const { projectId, secrets } = scene;
    const table = async (name: (typeof ARCHIVE_TABLES)[number]) => {
      const { rows } = await app.succeed('archive.table', { projectId, table: name, after: null }, admin());
      for (const row of rows) expect(row).toHaveLength(ARCHIVE_COLUMNS[name].length);
      return rows;
    };
    expect((await table('feedback')).filter((row) => row.includes(secrets[0] ?? ''))).toHaveLength(5);
    expect((await table('changes')).map(([issue]) => issue)).toEqual(Array(3).fill('ROUND-1'));
    expect(await table('contacts')).toContainEqual([secrets[2], secrets[1]]);
    const { site } = app.sandbox;
    const allows = site.allows.bind(site);
    jest
      .spyOn(site, 'allows')
      .mockImplementation((who, permission, on) => !('issue' in on) && allows(who, permission, on));
    expect(await table('feedback')).toEqual([]);
    expect(await table('changes')).toEqual([]);
  });
});

describe('a file that is not what was exported', () => {
  const swap = (lines: readonly string[], at: number, line: string) =>
    lines.map((each, index) => (index === at ? line : each));

  it('is refused at its first bad line, and nothing of it is seen', async () => {
    const { projectId, issueId } = scene;
    const lines = asText(await exportAll(app, projectId, admin()));
    await erase();
    const eventAt = lines.findIndex((line) => line.includes('"feedback.recorded"'));
    const documentAt = lines.findIndex((line) => line.startsWith('{"document"'));
    const attempts: readonly (readonly [readonly string[], object])[] = [
      [['hello'], { line: 0, fault: 'notAnArchive' }],
      [
        swap(lines, 0, (lines[0] ?? '').replace(/"site":"[^"]+"/u, '"site":"elsewhere"')),
        { line: 0, fault: 'otherSite' },
      ],
      [swap(lines, 0, (lines[0] ?? '').replace(projectId, '424242')), { line: 0, fault: 'otherProject' }],
      [swap(lines, eventAt, (lines[eventAt] ?? '').replace('"wish"', '"praise"')), { line: eventAt, fault: 'altered' }],
      [swap(lines, eventAt, (lines[eventAt] ?? '').slice(0, 90)), { line: eventAt, fault: 'unreadable' }],
      [
        swap(lines, eventAt, (lines[eventAt] ?? '').replace(/secret-text/u, 'other-text')),
        { line: eventAt, fault: 'altered' },
      ],
      [lines.toSpliced(eventAt, 1), { fault: 'altered' }],
      [
        swap(lines, documentAt, (lines[documentAt] ?? '').replace(/"body":"..../u, '"body":"AAAA')),
        { line: documentAt, fault: 'altered' },
      ],
      [lines.slice(0, -1), { fault: 'cutOff' }],
    ];
    for (const [file, expected] of attempts) {
      expect(await importAll(app, projectId, file, admin())).toMatchObject({ outcome: 'broken', ...expected });
      expect(await journalRows()).toEqual([]);
      expect(await app.succeed('feedback.list', { issueId, offset: 0 }, member())).toMatchObject({ items: [] });
    }
  }, 120_000);

  it('does not come into a project in which something is recorded', async () => {
    const { projectId } = scene;
    const lines = asText(await exportAll(app, projectId, admin()));
    const rows = await journalRows();
    expect(await importAll(app, projectId, lines, admin())).toEqual({ outcome: 'notEmpty' });
    expect(await journalRows()).toEqual(rows);
  });

  it('brings nothing onto issues that whoever brings it in may not edit', async () => {
    const { projectId } = scene;
    const lines = asText(await exportAll(app, projectId, admin()));
    await erase();
    const { site } = app.sandbox;
    const allows = site.allows.bind(site);
    jest
      .spyOn(site, 'allows')
      .mockImplementation((who, permission, on) => permission !== 'EDIT_ISSUES' && allows(who, permission, on));
    const result = await importAll(app, projectId, lines, admin());
    expect(result).toMatchObject({ outcome: 'broken', fault: 'issue', issueId: scene.issueId });
  });

  it('brings in no item of another project, sealed as it may be', async () => {
    other = await setScene(app, aSmallProject(app.sandbox, 'VICTIM').open.id);
    const lines = await exportAll(app, scene.projectId, admin());
    await erase();
    const forged = resealed(lines, (event) => event.replaceAll(scene.fresh.id, other.fresh.id));
    expect(await importAll(app, scene.projectId, asText(forged), admin())).toMatchObject({
      outcome: 'broken',
      fault: 'foreign',
    });
  });
});
