import AxeBuilder from '@axe-core/playwright';
import { mirrorProject } from '../support/mirror';
import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();

beforeAll(async () => {
  const { sandbox } = site();
  await mirrorProject(site(), sandbox.site.findProject('HARBOR')?.id ?? '');
}, 60_000);

function agreedPage(): string {
  const { wiki } = site().sandbox.site;
  const page = wiki.pages().find(({ title }) => title === 'Release 1.1: what we agreed');
  if (page === undefined) throw new Error('The sample page is missing');
  return page.id;
}

const frameIn = ({ page }: Visit) => page.frameLocator('[data-panel^="requirement-status:"] iframe');

async function findings(visit: Visit): Promise<readonly string[]> {
  // The frame is transparent and shows the page's surface; axe takes it for white.
  await frameIn(visit)
    .locator('html')
    .evaluate((html) => void (html.style.backgroundColor = 'var(--ds-surface)'));
  const { violations } = await new AxeBuilder({ page: visit.page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function insert(visit: Visit): Promise<void> {
  await visit.page.goto(`${site().url}/wiki/spaces/HP/pages/edit-v2/${agreedPage()}`);
  await visit.page.getByRole('button', { name: /^Insert/u }).click();
  await frameIn(visit).getByRole('form').waitFor();
}

async function read(visit: Visit): Promise<void> {
  await visit.page.goto(`${site().url}/wiki/spaces/HP/pages/${agreedPage()}`);
  await frameIn(visit).getByRole('main').waitFor();
  await frameIn(visit)
    .getByRole('status', { name: visit.words('status.loading') })
    .waitFor({ state: 'detached' });
}

test('a member puts the macro on a page, and each reader sees what they may see', async () => {
  const member = await site().visit();
  await insert(member);
  const form = frameIn(member);
  await form.getByLabel(member.words('statusConfig.title')).fill('What the partners get');
  await form.getByRole('link', { name: 'HARBOR-3' }).waitFor();
  expect(await findings(member)).toEqual([]);
  await form.getByRole('button', { name: member.words('statusConfig.save'), exact: true }).click();
  await member.page.waitForURL(/edit-v2\/\d+$/u);

  await read(member);
  const shown = frameIn(member);
  expect(await shown.getByRole('heading', { level: 2 }).textContent()).toBe('What the partners get');
  expect(await shown.getByRole('rowheader').allTextContents()).toEqual(
    ['3', '4', '5', '9', '7', '8'].map((number) => `HARBOR-${number}`),
  );
  const partial = member.words('status.partial', { seen: '6', named: '7' });
  expect(await shown.getByText(partial, { exact: true }).count()).toBe(1);

  const outside = await site().visit({ as: 'sandbox-wiki-reader' });
  await read(outside);
  expect(await frameIn(outside).getByText(outside.words('status.noJira'), { exact: true }).count()).toBe(1);
  expect(await frameIn(outside).locator('body').textContent()).not.toContain('HARBOR-');
});

test.each([
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['Chinese at 320 pixels', { as: PEOPLE.member, language: 'zh-CN', width: 320 }],
] as const)('in %s axe finds nothing, and the page scrolls in one direction only', async (_look, options) => {
  const visit = await site().visit(options);
  await read(visit);
  await frameIn(visit).getByRole('table').waitFor();
  expect(await findings(visit)).toEqual([]);
  const excess = await visit.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(excess).toBe(0);
});

test('Jira that does not answer is said in place, and asked again on demand', async () => {
  const visit = await site().visit();
  site().sandbox.faults.add({ target: 'jira', times: 3, effect: { type: 'status', status: 500 } });
  await read(visit);
  const frame = frameIn(visit);
  await frame.getByText(visit.words('status.failed')).waitFor();
  site().sandbox.faults.clear();
  // The wait that the back end names is over.
  const retry = frame.getByRole('button', { name: visit.words('failure.retry'), exact: true });
  await retry.click({ timeout: 15_000 });
  await frame.getByRole('table').waitFor();
});
