import { readFile } from 'node:fs/promises';
import type { FrameLocator } from 'playwright-core';
import { withMacro } from '../../sandbox/forge/macros';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
const HOSTILE = `=HYPERLINK("http://evil","x") <img src=x onerror=alert(1)> {name} \u202Etxet`;
const PANEL = '[data-panel^="requirement-status:"]';

beforeAll(async () => {
  const { sandbox } = site();
  await mirrorProject(site(), sandbox.site.findProject('HARBOR')?.id ?? '');
}, 60_000);

let count = 0;
/** A page that mentions the issues, with a macro for each configuration. */
function aPage(keys: readonly string[], ...configs: readonly Readonly<Record<string, unknown>>[]): string {
  const { site: store, appId } = site().sandbox;
  const text = {
    type: 'doc',
    version: 1,
    content: [paragraph('Before.'), ...keys.map((key) => paragraph(smartLink(key)))],
  };
  const body = configs.reduce<Parameters<typeof withMacro>[0]>(
    (document, config) => {
      count += 1;
      const localId = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
      return withMacro(document, appId, { moduleKey: 'requirement-status', localId, config });
    },
    { ...text, type: 'doc', version: 1 },
  );
  return store.wiki.createPage({ space: 'HP', title: `Page ${(count += 1)}`, body, by: PEOPLE.admin }).id;
}

const frameIn = ({ page }: Visit) => page.locator(`${PANEL} iframe`).first().contentFrame();

async function read(visit: Visit, pageId: string): Promise<FrameLocator> {
  await visit.page.goto(`${site().url}/wiki/spaces/HP/pages/${pageId}`);
  const frame = frameIn(visit);
  await frame.getByRole('main').waitFor();
  await frame.getByRole('status', { name: visit.words('status.loading') }).waitFor({ state: 'detached' });
  return frame;
}

test('what Jira says of a query stands at its field, and the query is not saved', async () => {
  const visit = await site().visit();
  const pageId = aPage([], { source: 'jql', jql: 'project = HARBOR' });
  await visit.page.goto(`${site().url}/wiki/spaces/HP/pages/edit-v2/${pageId}`);
  await visit.page.getByRole('link', { name: /^Configure/u }).click();
  const dialog = frameIn(visit);
  const field = dialog.getByLabel(visit.words('statusConfig.jql'), { exact: true });
  await field.fill('ORDER BY created');
  const problem = dialog.locator('.field-problem');
  await problem.getByText(/Unbounded JQL queries are not allowed/u).waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  expect(described).toContain(await problem.getAttribute('id'));

  await dialog.getByRole('button', { name: visit.words('statusConfig.save'), exact: true }).click();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(visit.page.url()).toContain('macro=');

  await field.fill('key = HARBOR-3');
  await dialog.getByRole('rowheader', { name: 'HARBOR-3' }).waitFor();
  expect(await problem.count()).toBe(0);
  await dialog.getByLabel(visit.words('statusConfig.source'), { exact: true }).selectOption('project');
  await dialog.getByLabel(visit.words('statusConfig.project'), { exact: true }).fill('GONE');
  await problem.getByText(visit.words('error.PROJECT_NOT_FOUND')).waitFor();
});

test('thirty macros on a page are all filled, for four statements each at most, and the text around them stays', async () => {
  const configs = Array.from({ length: 30 }, (_, index) => {
    const sources = [
      { source: 'page' },
      { source: 'project', project: 'HARBOR' },
      { source: 'jql', jql: 'project = ' },
    ];
    return { charts: false, ...sources[index % 3] };
  });
  const pageId = aPage(['HARBOR-3', 'HARBOR-4'], ...configs);
  const visit = await site().visit();
  site().sandbox.meter.reset();
  await read(visit, pageId);
  await visit.page.getByText('Before.', { exact: true }).waitFor();
  const panels = visit.page.locator(PANEL);
  expect(await panels.count()).toBe(30);
  for (let index = 0; index < 30; index += 1) {
    const frame = panels.nth(index).frameLocator('iframe');
    if (index % 3 === 2) await frame.getByText(visit.words('status.refusedQuery')).waitFor();
    else await frame.getByRole('rowheader', { name: 'HARBOR-3' }).waitFor();
    // Editions are asked for after the first content.
    if (index % 3 !== 2) await frame.getByRole('group', { name: visit.words('edition.bar') }).waitFor();
  }
  const views = site()
    .sandbox.meter.invocations()
    .filter(({ calls }) => calls.length > 0);
  const statements = views.map(({ calls }) => calls.filter(({ kind }) => kind === 'sql').length);
  expect(Math.max(...statements)).toBeLessThanOrEqual(4);
  const { jiraPoints, confluencePoints } = site().sandbox.meter.total();
  expect(jiraPoints).toBeLessThanOrEqual(30 * 5);
  expect(confluencePoints).toBeLessThanOrEqual(30 * 4);
}, 120_000);

test('hostile texts are texts in title, table and file', async () => {
  const { sandbox } = site();
  const { key, id } = sandbox.site.createIssue({ project: 'HARBOR', summary: HOSTILE });
  const version = sandbox.site.createVersion({ project: 'HARBOR', name: HOSTILE.slice(0, 60) });
  sandbox.site.updateIssue(id, { fixVersions: [version.name] });
  await sandbox.events.deliverAll();
  await sandbox.runSchedule('mirror-sync');
  const visit = await site().visit();
  const frame = await read(visit, aPage([key, 'HARBOR-3'], { title: HOSTILE, groupBy: 'milestone' }));
  expect(await frame.getByRole('heading', { level: 2 }).textContent()).toBe(HOSTILE);
  await frame.getByRole('cell', { name: HOSTILE, exact: true }).waitFor();
  await frame.getByRole('columnheader', { name: HOSTILE.slice(0, 60) }).waitFor();
  expect(await frame.locator('img[src="x"]').count()).toBe(0);

  const [file] = await Promise.all([
    visit.page.waitForEvent('download'),
    frame.getByRole('button', { name: visit.words('status.csv'), exact: true }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  const quoted = (words: string) => `"'${words.replaceAll('"', '""')}"`;
  expect(file.suggestedFilename()).toMatch(/\.csv$/u);
  expect(text.startsWith('\uFEFF"Key","Summary","Status"')).toBe(true);
  expect(text).toContain(`"${key}",${quoted(HOSTILE)}`);
  expect(text).toContain(quoted(HOSTILE.slice(0, 60).trim()));
  expect(text.trimEnd().split('\r\n')).toHaveLength(3);
});

test('an edition of a page that was copied from elsewhere is explained, and the state of now is one choice away', async () => {
  const pageId = aPage(['HARBOR-3'], { edition: '6f0b2a52-6d0a-4b5e-9f4e-000000000000', groupBy: 5, columns: 'all' });
  const visit = await site().visit();
  const frame = await read(visit, pageId);
  await frame.getByText(visit.words('error.EDITION_NOT_FOUND')).waitFor();
  await frame.getByRole('button', { name: visit.words('edition.showLive'), exact: true }).click();
  await frame.getByRole('rowheader', { name: 'HARBOR-3' }).waitFor();
});

test('an issue without links is said to have none', async () => {
  const { sandbox } = site();
  const { key } = sandbox.site.createIssue({ project: 'HARBOR', summary: 'On its own' });
  await sandbox.events.deliverAll();
  await sandbox.runSchedule('mirror-sync');
  const visit = await site().visit();
  const frame = await read(visit, aPage([], { source: 'linked', issue: key }));
  await frame.getByText(visit.words('status.unlinked')).waitFor();
});
