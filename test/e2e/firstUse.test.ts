import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { useBrowserSite } from '../support/browserSite';
import type { BrowserSite, Visit } from '../support/browserSite';
import { assessed, openImpact, raiseChange, sayEffort, take } from '../support/changeVisit';
import { findings, overflow } from '../support/looks';
import { catchUp } from '../support/mirror';
import { PEOPLE } from '../support/people';
import type { Language } from '../support/words';

const SCREENSHOTS = path.resolve(__dirname, '../../docs/images');
const ISSUE = 'HARBOR-4';

async function keepPicture({ page }: Visit, name: string): Promise<void> {
  if (process.env['COUNTERSIGN_SCREENSHOTS'] !== '1') return;
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

/** The three steps of the guided start, as somebody takes them who trusts what is proposed. */
async function setUp(visit: Visit, { url, sandbox }: BrowserSite, language: Language): Promise<void> {
  const { page, panel, words } = visit;
  await page.goto(`${url}/projects/HARBOR`);
  await page.locator('a[href$="/settings/project-settings/requirements"]').click();
  await panel.getByRole('heading', { name: words('settings.guide.requirements') }).waitFor();
  const reading = panel.getByText(words('settings.guide.reading'));
  await reading.waitFor();
  await catchUp(sandbox);
  await reading.waitFor({ state: 'detached' });
  expect(await visit.field('settings.field.requirementTypes').inputValue()).toMatch(/^(?:Story|Epic)$/mu);
  expect(await findings(visit)).toEqual([]);
  expect(await overflow(visit)).toEqual([0, 0]);
  await keepPicture(visit, `first-use-${language}`);
  await visit.button('settings.guide.use').click();
  await panel.getByRole('heading', { name: words('settings.guide.time') }).waitFor();
  expect(await visit.field('settings.field.timeZone').inputValue()).toBe('Europe/Berlin');
  await visit.button('settings.guide.use').click();
  await visit.field('settings.field.ratePerDay').fill('800');
  await visit.button('settings.guide.finish').click();
  await visit.button('settings.showHistory').waitFor();
}

async function record(visit: Visit): Promise<void> {
  const { panel, words } = visit;
  await visit.open(ISSUE);
  await visit.button('record.open').click();
  await visit.field('form.text').fill('The tide is missing');
  await panel.getByRole('combobox', { name: words('form.contact'), exact: true }).fill('Ingrid Aas');
  await panel.getByRole('option', { name: words('contact.newNamed', { name: 'Ingrid Aas' }) }).click();
  await panel.getByRole('combobox', { name: words('form.client'), exact: true }).fill('Nordic Freight');
  await panel.getByRole('option', { name: words('client.newNamed', { name: 'Nordic Freight' }) }).click();
  await visit.button('record.submit').click();
  await visit.row('The tide is missing').waitFor();
}

async function assess(visit: Visit, { url }: BrowserSite): Promise<void> {
  await openImpact(visit, url, ISSUE);
  await raiseChange(visit, 'Load it at once');
  await assessed(visit);
  await sayEffort(visit, ['2', '3', '8']);
  await assessed(visit);
  await take(visit, 'freeze', visit.button('change.action.decide'));
  await visit.panel.getByText(visit.words('change.option.frozenTitle')).waitFor();
}

const macroIn = ({ page }: Visit): FrameLocator => page.frameLocator('[data-panel^="requirement-status:"] iframe');

async function publish(visit: Visit, { url, sandbox }: BrowserSite, language: Language): Promise<void> {
  const { page, words } = visit;
  const space = sandbox.site.wiki.spaces().find(({ key }) => key === 'HP')?.id ?? '';
  const doc = { type: 'doc', version: 1, content: [] } as const;
  const status = sandbox.site.wiki.createPage({ space, title: `Status ${language}`, body: doc, by: PEOPLE.admin });
  await page.goto(`${url}/wiki/spaces/HP/pages/edit-v2/${status.id}`);
  await page.locator('form:has(input[value="requirement-status"]) button').first().click();
  const form = macroIn(visit);
  await form.getByLabel(words('statusConfig.source'), { exact: true }).selectOption('project');
  await form.getByLabel(words('statusConfig.project'), { exact: true }).fill('HARBOR');
  await form.getByRole('rowheader', { name: 'HARBOR-3', exact: true }).waitFor();
  await form.getByRole('button', { name: words('statusConfig.save'), exact: true }).click();
  await page.waitForURL(/edit-v2\/\d+$/u);
  await page.goto(`${url}/wiki/spaces/HP/pages/${status.id}`);
  await macroIn(visit).getByRole('rowheader', { name: ISSUE, exact: true }).waitFor();
}

describe.each(['en-US', 'zh-CN'] as const)('a new administrator who reads %s', (language) => {
  const site = useBrowserSite();

  test('goes from the installation to feedback, an assessed change and a status page without documentation', async () => {
    const app = site();
    const as = { as: PEOPLE.admin, language } as const;
    await setUp(await app.visit({ ...as, module: 'project-settings' }), app, language);
    await record(await app.visit(as));
    await catchUp(app.sandbox);
    await assess(await app.visit({ ...as, module: 'impact-panel' }), app);
    await publish(await app.visit(as), app, language);
    expect(app.sandbox.incomplete().filter((what) => !what.includes('OpenAPI'))).toEqual([]);
  }, 90_000);
});

describe('the guided start', () => {
  const site = useBrowserSite();

  test('can be left at any step, stays away then, and opens again on demand', async () => {
    const visit = await site().visit({ as: PEOPLE.lead, module: 'project-settings' });
    const open = () => visit.page.goto(`${site().url}/projects/HARBOR/settings/project-settings`);
    await open();
    await visit.button('settings.guide.skipStep').click();
    await visit.panel.getByRole('heading', { name: visit.words('settings.guide.time') }).waitFor();
    await visit.button('settings.guide.skip').click();
    await visit.field('settings.field.requirementTypes').waitFor();
    await open();
    await visit.button('settings.guide.open').click();
    await visit.panel.getByRole('heading', { name: visit.words('settings.guide.requirements') }).waitFor();
  });

  test('takes nothing but the keyboard', async () => {
    const visit = await site().visit({ as: PEOPLE.admin, module: 'project-settings', width: 320 });
    await visit.page.goto(`${site().url}/projects/HARBOR/settings/project-settings`);
    for (const step of ['use', 'use', 'finish']) {
      await visit.button(`settings.guide.${step}`).focus();
      await visit.page.keyboard.press('Enter');
    }
    await visit.button('settings.showHistory').waitFor();
  });
});
