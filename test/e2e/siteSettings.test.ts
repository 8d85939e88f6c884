import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { findings, overflow } from '../support/looks';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();

async function openDefaults({ page, panel, words }: Visit, route: string): Promise<void> {
  await page.goto(`${site().url}/admin/site-settings/${route}`);
  await panel.getByRole('button', { name: words('settings.save'), exact: true }).waitFor();
}

test('what is chosen for the site is what a project shows, with where it comes from', async () => {
  const admin = await site().visit({ as: PEOPLE.admin, module: 'site-settings' });
  await openDefaults(admin, 'changes');
  await admin.field('settings.field.currency').fill('CNY');
  await admin.button('settings.save').click();
  await admin.sentence('settings.ofSite').first().waitFor();

  const lead = await site().visit({ as: PEOPLE.lead, module: 'project-settings' });
  await lead.page.goto(`${site().url}/projects/HARBOR/settings/project-settings/changes`);
  await lead.sentence('settings.ofSite').waitFor();
  expect(await lead.field('settings.field.currency').inputValue()).toBe('CNY');
  await lead.field('settings.field.currency').fill('EUR');
  await lead.button('settings.save').click();
  const back = lead.panel.getByRole('button', { name: lead.words('settings.field.currency') });
  await back.click();
  expect(await lead.field('settings.field.currency').inputValue()).toBe('CNY');
});

test('who administers a project only finds no page for the site', async () => {
  const visit = await site().visit({ as: PEOPLE.lead });
  await visit.page.goto(`${site().url}/projects`);
  expect(await visit.page.locator('a[href^="/admin/"]').count()).toBe(0);
  const answer = await visit.page.request.get(`${site().url}/admin/site-settings`);
  expect(answer.status()).toBe(404);
});

const LOOKS: readonly (readonly [string, VisitOptions])[] = [
  ['light', { theme: 'light' }],
  ['Chinese, dark and at 320 pixels', { language: 'zh-CN', theme: 'dark', width: 320 }],
];

test.each(LOOKS)('in %s it has nothing that axe finds and scrolls in one direction only', async (_look, options) => {
  const visit = await site().visit({ as: PEOPLE.admin, module: 'site-settings', ...options });
  await openDefaults(visit, 'links');
  expect(await findings(visit)).toEqual([]);
  expect(await overflow(visit)).toEqual([0, 0]);
});
