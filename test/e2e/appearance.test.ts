import path from 'node:path';
import { seedSample } from '../../sandbox/sample/feedback';
import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { findings, overflow } from '../support/looks';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
/** An issue of the sample with several feedbacks. */
const ISSUE = 'HARBOR-4';
const SCREENSHOTS = path.resolve(__dirname, '../../docs/images');

beforeAll(() => seedSample(site().sandbox), 60_000);

async function keepPicture({ page }: Visit, name: string): Promise<void> {
  if (process.env['COUNTERSIGN_SCREENSHOTS'] !== '1') return;
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

async function openForm(visit: Visit): Promise<void> {
  await visit.button('record.open').click();
  await visit.field('form.text').fill('x');
}

async function openItem(visit: Visit): Promise<void> {
  await visit.panel.locator('.row-open').first().click();
  await visit.panel.getByRole('heading', { name: visit.words('history.title') }).waitFor();
}

const VIEWS: readonly (readonly [string, (visit: Visit) => Promise<void>])[] = [
  ['the list', () => Promise.resolve()],
  ['the form', openForm],
  ['an item', openItem],
];
const LOOKS: readonly (readonly [string, VisitOptions])[] = [
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['Chinese', { as: PEOPLE.member, language: 'zh-CN', timeZone: 'Asia/Shanghai' }],
  ['light at 320 pixels', { theme: 'light', width: 320 }],
  ['Chinese and dark at 320 pixels', { language: 'zh-CN', theme: 'dark', width: 320 }],
];

describe.each(LOOKS)('in %s', (_look, options) => {
  test.each(VIEWS)('%s has nothing that axe finds and scrolls in one direction only', async (_view, show) => {
    const visit = await site().visit(options);
    await visit.open(ISSUE);
    await show(visit);
    expect(await findings(visit)).toEqual([]);
    expect(await overflow(visit)).toEqual([0, 0]);
  });
});

test('the panel and the site around it are in Chinese for somebody who reads Chinese', async () => {
  const visit = await site().visit({ as: PEOPLE.member, language: 'zh-CN', timeZone: 'Asia/Shanghai', width: 320 });
  await visit.open(ISSUE);
  await visit.button('record.open').waitFor();
  expect(await visit.panel.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await visit.page.getByRole('heading', { name: visit.words('module.feedbackPanel.title') }).count()).toBe(1);
  await visit.page.locator('[data-panel="feedback-panel"]').scrollIntoViewIfNeeded();
  await keepPicture(visit, 'panel-chinese-320');
});

test('the panel is dark where Jira is dark, and light where Jira is light', async () => {
  const dark = await site().visit({ theme: 'dark' });
  await dark.open(ISSUE);
  await openItem(dark);
  expect(await dark.panel.locator('html').getAttribute('data-color-mode')).toBe('dark');
  await keepPicture(dark, 'detail-dark');

  const light = await site().visit({ theme: 'light' });
  await light.open(ISSUE);
  expect(await light.panel.locator('html').getAttribute('data-color-mode')).toBe('light');
  await keepPicture(light, 'list-light');
  const colour = (element: Element) => getComputedStyle(element).color;
  expect(await dark.panel.locator('body').evaluate(colour)).not.toBe(
    await light.panel.locator('body').evaluate(colour),
  );
});
