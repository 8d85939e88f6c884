import AxeBuilder from '@axe-core/playwright';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { aRestrictedIssue } from '../support/issues';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { setScene } from '../support/scene';

const site = useBrowserSite();
const PANEL = '[data-panel="requirement-byline"]';
let pageId = '';
let hidden = '';
let waiting = '';

beforeAll(async () => {
  const { sandbox } = site();
  await mirrorProject(site(), sandbox.site.findProject('HARBOR')?.id ?? '');
  hidden = aRestrictedIssue(sandbox).key;
  const scene = await setScene(site(), sandbox.site.findIssue('HARBOR-6')?.id ?? '', new Set(['awaiting']));
  waiting = sandbox.site.findIssue(scene.issueId)?.key ?? '';
  const content = [paragraph('We agreed on ', ...[waiting, 'HARBOR-3', hidden].map(smartLink))];
  const page = { space: 'HP', title: 'What we agreed', body: { type: 'doc', version: 1, content } as const };
  pageId = sandbox.site.wiki.createPage({ ...page, by: PEOPLE.admin }).id;
  await sandbox.events.deliverAll();
  await sandbox.runSchedule('property-sync');
}, 60_000);

const popupIn = ({ page }: Visit) => page.locator(`${PANEL} iframe`).contentFrame();
const itemIn = ({ page }: Visit) => page.locator('.byline-item > summary');

async function open(visit: Visit): Promise<void> {
  await visit.page.goto(`${site().url}/wiki/spaces/HP/pages/${pageId}`);
  await itemIn(visit).click();
  await popupIn(visit).getByRole('main').waitFor();
  await popupIn(visit)
    .getByRole('status', { name: visit.words('status.loading') })
    .waitFor({ state: 'detached' });
}

test('the line under the title costs no call, and its popup shows each reader what they may see', async () => {
  const reader = await site().visit({ as: PEOPLE.reader });
  site().sandbox.meter.reset();
  await reader.page.goto(`${site().url}/wiki/spaces/HP/pages/${pageId}`);
  expect((await itemIn(reader).textContent())?.trim()).toBe('3 requirements');
  expect(site().sandbox.meter.invocations()).toEqual([]);

  await open(reader);
  const popup = popupIn(reader);
  const partial = reader.words('status.partial', { seen: '2', named: '3' });
  await popup.getByText(partial, { exact: true }).waitFor();
  await popup
    .getByRole('region', { name: reader.words('byline.waits') })
    .getByRole('link', { name: waiting })
    .waitFor();
  expect(await popup.locator('body').textContent()).not.toContain(hidden);

  const outside = await site().visit({ as: 'sandbox-wiki-reader' });
  await open(outside);
  await popupIn(outside).getByText(outside.words('status.noJira'), { exact: true }).waitFor();
  expect(await popupIn(outside).locator('body').textContent()).not.toContain('HARBOR-');
});

test('a page that mentions nothing has no line', async () => {
  const { wiki } = site().sandbox.site;
  const body = { type: 'doc', version: 1, content: [paragraph('Nothing.')] } as const;
  const { id } = wiki.createPage({ space: 'HP', title: 'Nothing', body, by: PEOPLE.admin });
  await site().sandbox.events.deliverAll();
  await site().sandbox.runSchedule('property-sync');
  const visit = await site().visit();
  await visit.page.goto(`${site().url}/wiki/spaces/HP/pages/${id}`);
  await visit.page.getByRole('heading', { name: 'Nothing', level: 1 }).waitFor();
  expect(await itemIn(visit).count()).toBe(0);
});

test.each([
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['Chinese at 320 pixels', { as: PEOPLE.member, language: 'zh-CN', width: 320 }],
] as const)('in %s axe finds nothing in the popup, and nothing is cut off', async (_look, options) => {
  const visit = await site().visit(options);
  await open(visit);
  const html = popupIn(visit).locator('html');
  // The frame is transparent and shows the page's surface; axe takes it for white.
  await html.evaluate((element) => void (element.style.backgroundColor = 'var(--ds-surface)'));
  const { violations } = await new AxeBuilder({ page: visit.page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
  const excess = await html.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(excess).toBe(0);
});
