import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { aFeedback } from '../support/builders';
import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { findings, overflow } from '../support/looks';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
const ADMIN: VisitOptions = { as: PEOPLE.admin, module: 'project-settings' };

async function openData(visit: Visit): Promise<void> {
  await visit.page.goto(`${site().url}/projects/HARBOR/settings/project-settings/data`);
  await visit.panel.getByRole('table').waitFor();
  await visit.panel.getByText(visit.words('list.loading')).waitFor({ state: 'detached' });
}

const projectId = () => site().sandbox.site.findProject('HARBOR')?.id ?? '';
const part = ({ panel, words }: Visit, name: string) =>
  panel.getByRole('region', { name: words(`data.${name}.title`) });

/** Not what is read out, which says the same. */
const shown = ({ panel }: Visit, text: string | RegExp) => panel.getByRole('main').getByText(text);

async function aRecordedFeedback() {
  const issue = site().anIssue();
  const feedback = aFeedback({ issueId: issue.id });
  await site().succeed('feedback.record', feedback, { as: PEOPLE.member, on: issue.key });
  return { issue, text: feedback.text };
}

async function exportedBy(visit: Visit, button: string): Promise<{ name: string; path: string; text: string }> {
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.button(button).click()]);
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: await readFile(path, 'utf8') };
}

test('the copy of the issues is read on demand: progress is shown, then what it holds and how recent it is', async () => {
  const visit = await site().visit(ADMIN);
  await openData(visit);
  const copy = part(visit, 'mirror');
  await visit.button('data.mirror.rebuild').click();
  await copy.getByRole('progressbar').waitFor();
  expect(await visit.button('data.mirror.rebuild').isDisabled()).toBe(true);
  await site().sandbox.queue.drain();
  await copy.getByRole('progressbar').waitFor({ state: 'detached' });
  const facts = await copy.locator('dl').innerText();
  expect(facts).toContain(visit.words('data.mirror.lag'));
  expect(facts).not.toContain(visit.words('data.mirror.unknown'));
  expect(facts).not.toContain(visit.words('data.mirror.never'));
  const { total } = site().sandbox.site.issues(projectId(), { offset: 0, limit: 1 });
  expect(facts).toContain(`${total} issues`);
});

test('a whole journal is told to be whole, an altered one where it was altered', async () => {
  await aRecordedFeedback();
  const visit = await site().visit(ADMIN);
  await openData(visit);
  await visit.button('data.journal.verify').click();
  await shown(visit, visit.words('data.journal.whole')).waitFor();
  await site().sandbox.query('UPDATE journal SET at = at + 1 WHERE version = 1');
  await visit.button('data.journal.verify').click();
  await shown(visit, visit.words('data.journal.broken')).waitFor();
  const what = visit.words('data.journal.event');
  await visit.sentence('data.journal.break', { what, version: 1, how: visit.words('data.journal.altered') }).waitFor();
  await site().sandbox.query('UPDATE journal SET at = at - 1 WHERE version = 1');
});

test('everything is exported, erased by the typed key, and brought in again as it was', async () => {
  const { issue, text } = await aRecordedFeedback();
  const visit = await site().visit(ADMIN);
  await openData(visit);
  const archive = await exportedBy(visit, 'data.export.archive');
  expect(archive.name).toMatch(/^HARBOR-\d{4}-\d\d-\d\d\.countersign\.jsonl$/u);
  const table = await exportedBy(visit, 'data.export.feedback');
  expect(table.name).toMatch(/^HARBOR-\d{4}-\d\d-\d\d-feedback\.csv$/u);
  expect(table.text).toContain(text);
  expect(table.text).toContain(visit.words('state.new'));

  const bringIn = async (file: string) => {
    await visit.field('data.import.file').setInputFiles(file);
    await visit.button('data.import.run').click();
  };
  await bringIn(archive.path);
  await visit.sentence('data.import.notEmpty').waitFor();

  const key = visit.panel.getByLabel(visit.words('data.erase.key', { key: 'HARBOR' }), { exact: true });
  await key.fill('HARBOUR');
  await visit.button('data.erase.run').click();
  await visit.sentence('field.not_the_key').waitFor();
  expect(await key.getAttribute('aria-invalid')).toBe('true');
  await key.fill('HARBOR');
  await visit.sentence('field.not_the_key').waitFor({ state: 'detached' });
  await visit.button('data.erase.run').click();
  await shown(visit, /^Erased: \d/u).waitFor();
  expect(await site().sandbox.query('SELECT version FROM journal')).toEqual([]);

  await bringIn(archive.path);
  await shown(visit, /^Brought in: \d/u).waitFor();
  const panel = await site().visit();
  await panel.open(issue.key);
  await panel.row(text).waitFor();
});

test('a file that was altered is refused at its line, and nothing of it is brought in', async () => {
  await aRecordedFeedback();
  const visit = await site().visit(ADMIN);
  await openData(visit);
  const { text } = await exportedBy(visit, 'data.export.archive');
  const key = visit.panel.getByLabel(visit.words('data.erase.key', { key: 'HARBOR' }), { exact: true });
  await key.fill('HARBOR');
  await visit.button('data.erase.run').click();
  await shown(visit, /^Erased: \d/u).waitFor();

  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('{"event"'));
  const altered = lines.with(at, (lines[at] ?? '').replace(/"at":1/u, '"at":2')).join('\n');
  const file = { name: 'altered.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(altered) };
  await visit.field('data.import.file').setInputFiles(file);
  await visit.button('data.import.run').click();
  await visit.sentence('data.import.broken', { line: at + 1 }).waitFor();
  await visit.sentence('data.fault.altered').waitFor();
  expect(await site().sandbox.query('SELECT version FROM journal')).toEqual([]);
});

test('whoever recorded something is found by name and erased, and nobody without a confirmation', async () => {
  const { issue } = await aRecordedFeedback();
  const name = site().sandbox.site.findPerson(PEOPLE.member)?.name ?? '';
  const visit = await site().visit(ADMIN);
  await openData(visit);
  await visit.panel.getByRole('combobox', { name: visit.words('people.field.account') }).fill(name);
  await visit.panel.getByRole('option', { name }).click();
  await visit.button('data.person.submit').click();
  await visit.sentence('erase.missing').waitFor();
  await visit.field('erase.confirm').check();
  await visit.button('data.person.submit').click();
  await shown(visit, visit.words('data.person.done')).waitFor();
  const again = { commandId: randomUUID(), projectId: projectId(), accountId: PEOPLE.member };
  const refusal = await site().refuse('person.erase', again, { as: PEOPLE.admin, on: issue.key });
  expect(refusal.code).toBe('NOTHING_TO_ERASE');
});

test('the journal is verified and the data erased without a mouse', async () => {
  await aRecordedFeedback();
  const visit = await site().visit(ADMIN);
  await openData(visit);
  const { keyboard } = visit.page;
  const walkTo = async (target: ReturnType<Visit['button']>) => {
    for (let step = 0; step < 40; step += 1) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error('The keyboard does not get there');
  };
  await visit.button('data.mirror.rebuild').focus();
  await walkTo(visit.button('data.journal.verify'));
  await keyboard.press('Enter');
  await shown(visit, visit.words('data.journal.whole')).waitFor();
  await walkTo(visit.panel.getByLabel(visit.words('data.erase.key', { key: 'HARBOR' }), { exact: true }));
  await keyboard.type('HARBOR');
  await keyboard.press('Enter');
  await shown(visit, /^Erased: \d/u).waitFor();
});

test('somebody who does not administer the project is refused, whatever address they open', async () => {
  const visit = await site().visit({ as: PEOPLE.member });
  const answer = await visit.page.request.get(`${site().url}/projects/HARBOR/settings/project-settings/data`);
  expect(answer.status()).toBe(404);
});

const LOOKS: readonly (readonly [string, VisitOptions])[] = [
  ['light', { theme: 'light' }],
  ['dark in Chinese at 320 pixels', { theme: 'dark', language: 'zh-CN', width: 320 }],
];

test.each(LOOKS)('the page in %s has nothing that axe finds and scrolls in one direction only', async (_, options) => {
  const visit = await site().visit({ ...ADMIN, ...options });
  await openData(visit);
  await visit.button('data.journal.verify').click();
  await shown(visit, visit.words('data.journal.whole')).waitFor();
  expect(await findings(visit)).toEqual([]);
  expect(await overflow(visit)).toEqual([0, 0]);
});
