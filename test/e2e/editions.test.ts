import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { importFile } from '../../sandbox/import/importFile';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import { withMacro } from '../../sandbox/forge/macros';
import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { realProjectFile } from '../support/reference-data';

const site = useBrowserSite();
const SCREENSHOTS = path.resolve(__dirname, '../../docs/images');
const NO_JIRA = 'sandbox-wiki-reader';
const MONTH = 31 * 24 * 3_600_000;
const macroId = 'f3a1d5c2-98fc-4c14-9afb-f4c8996fb924';
/** Real data where it stands beside the project, else the sample. */
const key = realProjectFile === undefined ? 'HARBOR' : 'FCREPO';

/** The version with the most stories, and those. */
function stories(): { readonly keys: readonly string[]; readonly version: string } {
  const { site: store } = site().sandbox;
  const project = store.findProject(key);
  const { issues } = store.issues(project?.id ?? '', { offset: 0, limit: 2_000 });
  const versions = new Map<string, string[]>();
  for (const issue of issues.filter(({ type }) => type === 'Story' || type === 'Requirement')) {
    for (const { name } of issue.fixVersions) versions.set(name, [...(versions.get(name) ?? []), issue.key]);
  }
  const [most] = [...versions].toSorted(([, one], [, other]) => other.length - one.length);
  if (most === undefined) throw new Error('The project has no stories in a version');
  return { version: most[0], keys: most[1] };
}

/** A page that mentions the stories, with the macro set up on it. */
function aPage(title: string, keys: readonly string[], config: Readonly<Record<string, unknown>>): string {
  const { wiki } = site().sandbox.site;
  const body = { type: 'doc', version: 1, content: keys.map((story) => paragraph(smartLink(story))) } as const;
  const macro = { moduleKey: 'requirement-status', localId: macroId, config };
  return wiki.createPage({ space: 'HP', title, body: withMacro(body, site().sandbox.appId, macro), by: PEOPLE.admin })
    .id;
}

const frameIn = ({ page }: Visit): FrameLocator => page.frameLocator('[data-panel^="requirement-status:"] iframe');

async function read(visit: Visit, pageId: string): Promise<FrameLocator> {
  await visit.page.goto(`${site().url}/wiki/spaces/HP/pages/${pageId}`);
  const frame = frameIn(visit);
  await frame.getByRole('main').waitFor();
  await frame.getByRole('status', { name: visit.words('status.loading') }).waitFor({ state: 'detached' });
  return frame;
}

async function keepPicture(visit: Visit, name: string): Promise<void> {
  if (process.env['COUNTERSIGN_SCREENSHOTS'] !== '1') return;
  const panel = visit.page.locator('[data-panel^="requirement-status:"]');
  await panel.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 72));
  await visit.page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

async function settle(): Promise<void> {
  await site().sandbox.events.deliverAll();
  await site().sandbox.runSchedule('mirror-sync');
}

beforeAll(async () => {
  const { sandbox } = site();
  if (realProjectFile !== undefined) await importFile(sandbox.site, realProjectFile);
  await mirrorProject(site(), sandbox.site.findProject(key)?.id ?? '');
}, 120_000);

const rowsIn = (frame: FrameLocator) => frame.getByRole('rowheader').allTextContents();

test('a page shows the stories of a version from every source', async () => {
  const { keys, version } = stories();
  const visit = await site().visit();
  const sources = [
    { source: 'page' },
    { source: 'jql', jql: `project = ${key} AND fixVersion = "${version}" AND type IN (Story, Requirement)` },
    { source: 'linked', issue: keys[0], depth: 2 },
    { source: 'project', project: key },
  ];
  const shown: string[][] = [];
  for (const config of sources) {
    const frame = await read(visit, aPage(`From ${config.source}`, config.source === 'page' ? keys : [], config));
    await frame.getByRole('rowheader').first().waitFor();
    shown.push(await rowsIn(frame));
  }
  const [page = [], jql = [], linked = [], project = []] = shown;
  expect(page).toEqual(keys);
  expect(jql.toSorted()).toEqual(keys.toSorted());
  expect(linked).not.toContain(keys[0]);
  expect(project.length).toBeGreaterThan(0);
}, 120_000);

async function freezeFor(visit: Visit, pageId: string, name: string, isForEveryone: boolean): Promise<FrameLocator> {
  const { words } = visit;
  const frame = await read(visit, pageId);
  await frame.getByRole('button', { name: words('edition.open'), exact: true }).click();
  const form = frame.getByRole('form', { name: words('edition.freezeTitle') });
  await form.getByLabel(words('edition.name'), { exact: true }).fill(name);
  if (isForEveryone) {
    await form.getByLabel(words('edition.forEveryone')).check();
    await form.getByLabel(words('edition.agree')).waitFor();
    await form.getByLabel(words('edition.agree')).check();
  }
  await form.getByRole('button', { name: words('edition.freeze'), exact: true }).click();
  await frame
    .getByText(words('edition.published'))
    .or(frame.getByText(words('edition.asYouMay')))
    .waitFor();
  return frame;
}

test('editor, reader and somebody without Jira: frozen, published, and compared a month later', async () => {
  const { sandbox } = site();
  const { keys } = stories();
  const secret = sandbox.site.createIssue({ project: key, summary: 'For the core team only', restricted: true });
  await settle();
  const mentioned = [...keys.slice(0, 12), secret.key];
  const pageId = aPage('What we deliver', mentioned, { source: 'page', groupBy: 'status' });
  const editor = await site().visit({ as: PEOPLE.member, language: 'en-US' });
  const reader = await site().visit({ as: PEOPLE.reader });
  const outside = await site().visit({ as: NO_JIRA });

  await freezeFor(editor, pageId, 'First', false);
  expect(await rowsIn(await read(reader, pageId))).not.toContain(secret.key);
  expect(await frameIn(outside).locator('body').count()).toBe(0);
  const withoutJira = await read(outside, pageId);
  expect(await withoutJira.locator('body').textContent()).not.toContain(`${key}-`);

  sandbox.clock.advance(MONTH);
  const [first = '', second = ''] = keys;
  sandbox.site.updateIssue(first, { summary: 'Called otherwise by now' });
  sandbox.site.deleteIssue(second);
  await settle();
  const later = await read(editor, pageId);
  await later.getByText(/0 added, 1 removed, 1 changed/u).waitFor();
  await later.getByText(editor.words('edition.each')).click();
  await later.getByRole('cell', { name: 'Called otherwise by now' }).first().waitFor();
  await keepPicture(editor, 'requirement-status');

  await freezeFor(editor, pageId, 'Second', true);
  const published = await read(outside, pageId);
  await published
    .getByLabel(outside.words('edition.show'), { exact: true })
    .selectOption({ label: 'Edition 2: Second' });
  await published.getByRole('rowheader', { name: secret.key }).waitFor();
  await keepPicture(outside, 'requirement-status-edition');
  await published
    .getByLabel(outside.words('edition.show'), { exact: true })
    .selectOption({ label: 'Edition 1: First' });
  await published.getByText(outside.words('edition.asYouMay')).waitFor();
  expect(await published.getByRole('rowheader').count()).toBe(0);

  await outside.page.goto(`${site().url}/wiki/spaces/HP/pages/${pageId}/export`);
  await outside.page.getByRole('cell', { name: secret.key, exact: true }).waitFor();
  await outside.page.getByText(outside.words('export.unknown')).waitFor();
  const [file] = await Promise.all([
    outside.page.waitForEvent('download'),
    outside.page.getByRole('link', { name: 'Download PDF', exact: true }).click(),
  ]);
  const pdf = await readFile(await file.path());
  expect(file.suggestedFilename()).toBe('What we deliver.pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
  expect(sandbox.incomplete()).toEqual([]);
}, 120_000);

test('without a Chromium the site says how to get one', async () => {
  const chosen = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/nowhere/chromium';
  try {
    const pageId = aPage('To be printed', [], {});
    const address = `${site().url}/wiki/spaces/HP/pages/${pageId}/export/pdf`;
    const answer = await fetch(address, { headers: { cookie: `sandbox_user=${PEOPLE.admin}` } });
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain('apt-get install chromium');
  } finally {
    if (chosen === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = chosen;
  }
});
