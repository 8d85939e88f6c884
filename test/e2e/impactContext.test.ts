import path from 'node:path';
import type { Issue } from '../../sandbox/api';
import { aChange, onChange } from '../support/builders';
import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { findings, overflow } from '../support/looks';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
const SCREENSHOTS = path.resolve(__dirname, '../../docs/images');
const CONTEXT: VisitOptions = { module: 'impact-context' };

let issue: Issue;

const raise = (title: string) =>
  site().succeed('change.raise', aChange({ issueId: issue.id, title, requestedBy: null }), {
    as: PEOPLE.member,
    on: issue.id,
  });

beforeAll(async () => {
  issue = site().anIssue();
  await mirrorProject(site(), issue.projectId);
  const assessed = await raise('Show the tide in the berth plan');
  await site().succeed('change.freeze', onChange(assessed), { as: PEOPLE.member, on: issue.id });
  await raise('Export berths as a spreadsheet');
}, 60_000);

const summary = ({ page }: Visit) => page.locator('.context-panel summary');
const badge = (visit: Visit) => summary(visit).locator('.lozenge');

async function openContext(visit: Visit): Promise<void> {
  await visit.page.goto(`${site().url}/browse/${issue.key}`);
  await summary(visit).click();
  await visit.panel.locator('.row-open').first().waitFor();
  for (const panel of ['feedback-panel', 'impact-panel']) {
    await visit.page.locator(`[data-panel="${panel}"][data-state="shown"]`).waitFor();
  }
}

async function keepPicture({ page }: Visit, name: string): Promise<void> {
  if (process.env['COUNTERSIGN_SCREENSHOTS'] !== '1') return;
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

test('the badge tells how many are open and how far they go; folded out, the list names them', async () => {
  const visit = await site().visit(CONTEXT);
  await openContext(visit);
  expect(await summary(visit).innerText()).toContain(visit.words('module.impactContext.title'));
  expect(await badge(visit).textContent()).toMatch(/^2 !{1,3}$/u);
  const titles = await visit.panel.locator('.row-open').allTextContents();
  expect(titles.join('\n')).toMatch(/Export berths as a spreadsheet[\s\S]*Show the tide in the berth plan/u);
  await keepPicture(visit, 'change-context-light');
});

test('a change request opened in the list is shown by the impact panel', async () => {
  const visit = await site().visit(CONTEXT);
  await openContext(visit);
  const panel = visit.page.frameLocator('[data-panel="impact-panel"] iframe');
  await panel.getByRole('main').waitFor();
  await visit.panel.getByRole('button', { name: /Export berths/u }).click();
  await panel.getByRole('heading', { name: /Export berths/u }).waitFor();
});

test('the badge is asked for again when the list is folded in', async () => {
  const visit = await site().visit(CONTEXT);
  await openContext(visit);
  const raised = await raise('Warn of low water');
  await summary(visit).click();
  await summary(visit).getByText(/^3 !/u).waitFor();
  const withdraw = { ...onChange(raised), to: 'withdrawn' as const, reason: 'Not now.' };
  await site().succeed('change.move', withdraw, { as: PEOPLE.member, on: issue.id });
});

test('an issue without change requests says so, beside a zero', async () => {
  const [visit, other] = [await site().visit(CONTEXT), site().anIssue()];
  await visit.page.goto(`${site().url}/browse/${other.key}`);
  expect(await badge(visit).textContent()).toBe('0');
  await summary(visit).click();
  await visit.sentence('change.noneHere').waitFor();
});

const LOOKS: readonly (readonly [string, VisitOptions])[] = [
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['Chinese', { as: PEOPLE.member, language: 'zh-CN', timeZone: 'Asia/Shanghai' }],
  ['Chinese and dark at 320 pixels', { language: 'zh-CN', theme: 'dark', width: 320 }],
];

test.each(LOOKS)('in %s it has nothing that axe finds and scrolls in one direction only', async (_look, options) => {
  const visit = await site().visit({ ...CONTEXT, ...options });
  await openContext(visit);
  expect(await visit.panel.locator('html').getAttribute('lang')).toBe(options.language ?? 'en-US');
  await visit.panel.getByRole('heading', { name: visit.words('module.impactContext.title') }).waitFor();
  expect(await findings(visit)).toEqual([]);
  expect(await overflow(visit)).toEqual([0, 0]);
});
