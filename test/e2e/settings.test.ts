import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { findings, overflow } from '../support/looks';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
const ADMIN: VisitOptions = { as: PEOPLE.admin, module: 'project-settings' };

async function openSettings({ page, panel, words }: Visit, route = 'changes'): Promise<void> {
  await page.goto(`${site().url}/projects/HARBOR/settings/project-settings/${route}`);
  await panel.getByRole('button', { name: words('settings.save'), exact: true }).waitFor();
}

function stored(): Promise<unknown> {
  const { succeed, sandbox } = site();
  const projectId = sandbox.site.findProject('HARBOR')?.id ?? '';
  return succeed('settings.get', { projectId }, { as: PEOPLE.admin, on: 'HARBOR-1' });
}

test('an administrator changes values, sees who did, and sets one back', async () => {
  const visit = await site().visit(ADMIN);
  await openSettings(visit);
  await visit.field('settings.field.decidersMajor').fill('Steering committee\nSponsor');
  await visit.field('settings.field.ratePerDay').fill('640,5');
  await visit.button('settings.save').click();
  await visit.button('settings.showHistory').waitFor();
  await visit.sentence('settings.ofProject').first().waitFor();
  expect(await stored()).toMatchObject({
    version: 1,
    choices: {
      changeControl: { deciders: { major: ['Steering committee', 'Sponsor'] } },
      cost: { ratePerDay: 640.5 },
    },
  });
  await visit.button('settings.showHistory').click();
  await visit.panel.getByText('640.5', { exact: false }).last().waitFor();

  const back = visit.panel.getByRole('button', { name: visit.words('settings.field.ratePerDay') });
  await back.click();
  await visit.button('settings.save').click();
  await back.waitFor({ state: 'detached' });
  expect(await stored()).toMatchObject({ version: 2, choices: { changeControl: {} } });
  expect(await stored()).not.toMatchObject({ choices: { cost: {} } });
});

test('what cannot be meant is named at its field, and everything typed stays', async () => {
  const visit = await site().visit(ADMIN);
  await openSettings(visit);
  await visit.field('settings.field.budget').fill('a lot');
  await visit.sentence('field.not_a_number').waitFor();
  await visit.button('settings.save').click();
  await visit.sentence('settings.problems', { count: 1 }).waitFor();
  await visit.field('settings.field.budget').fill('90000');
  await visit.sentence('field.not_a_number').waitFor({ state: 'detached' });
  await visit.sentence('settings.problems', { count: 1 }).waitFor({ state: 'detached' });
  await visit.field('settings.field.majorDays').fill('1');
  await visit.button('settings.save').click();
  await visit.sentence('field.contradicts').waitFor();
  expect(await visit.field('settings.field.budget').inputValue()).toBe('90000');
  expect(await visit.field('settings.field.majorDays').inputValue()).toBe('1');
  await visit.field('settings.field.majorDays').fill('20');
  await visit.sentence('field.contradicts').waitFor({ state: 'detached' });
  await visit.field('settings.field.majorDays').fill('1');
  await visit.button('settings.save').click();
  await visit.sentence('field.contradicts').waitFor();
  await visit.button('settings.discard').click();
  await visit.sentence('field.contradicts').waitFor({ state: 'detached' });
});

test('a type that no work item of the project has is named, and so is what there is', async () => {
  const { sandbox } = site();
  await mirrorProject(site(), sandbox.site.findProject('HARBOR')?.id ?? '');
  const visit = await site().visit(ADMIN);
  await openSettings(visit, 'requirements');
  await visit.field('settings.field.requirementTypes').fill('Requirement\nSaga');
  await visit.panel.getByText(visit.words('settings.notInUse', { names: 'Saga' }), { exact: false }).waitFor();
});

test('who is second sees what the first one saved, and chooses', async () => {
  const [first, second] = [await site().visit(ADMIN), await site().visit(ADMIN)];
  await openSettings(first);
  await openSettings(second);
  await first.field('settings.field.validityDays').fill('14');
  await first.button('settings.save').click();
  await first.panel.getByRole('button', { name: first.words('settings.field.validityDays') }).waitFor();
  await second.field('settings.field.validityDays').fill('21');
  await second.button('settings.save').click();
  await second.sentence('conflict.title').waitFor();
  await second.panel.getByRole('cell', { name: '14', exact: true }).waitFor();
  await second.button('settings.keepMine').click();
  await second.button('settings.save').click();
  await second.sentence('conflict.title').waitFor({ state: 'detached' });
  expect(await stored()).toMatchObject({ choices: { changeControl: { validityDays: 21 } } });
});

test('what is typed on one page is there after a visit to another, and saved with it', async () => {
  const visit = await site().visit(ADMIN);
  await openSettings(visit, 'calendar');
  await visit.field('settings.field.closes').fill('late');
  const goTo = (page: string) => visit.page.getByRole('link', { name: visit.words(`settings.page.${page}`) }).click();
  await goTo('reports');
  await visit.field('settings.field.editorsFreeze').selectOption('false');
  expect(new URL(visit.page.url()).pathname.endsWith('/reports')).toBe(true);
  await visit.button('settings.save').click();
  await visit.button('settings.problemsOn', { page: visit.words('settings.page.calendar') }).click();
  await visit.sentence('field.not_a_number').waitFor();
  expect(new URL(visit.page.url()).pathname.endsWith('/calendar')).toBe(true);
  await visit.field('settings.field.closes').fill('18');
  await visit.button('settings.save').click();
  await visit.sentence('settings.ofProject').first().waitFor();
  await visit.page.goBack();
  await visit.field('settings.field.editorsFreeze').waitFor();
  expect(await stored()).toMatchObject({ choices: { editorsFreeze: false, calendar: { closes: 18 } } });
});

test('kinds and names that are chosen are those of the panel, and the history says them in words', async () => {
  const visit = await site().visit(ADMIN);
  await openSettings(visit, 'feedback');
  await visit.panel.getByRole('checkbox', { name: visit.words('kind.praise') }).uncheck();
  await visit.field('settings.field.name.critical').fill('Showstopper');
  await visit.field('settings.field.resolve.nice').fill('1');
  await visit.button('settings.save').click();
  await visit.sentence('field.before_response').waitFor();
  await visit.field('settings.field.resolve.nice').fill('');
  await visit.field('settings.field.tellOverdue').selectOption('false');
  await visit.button('settings.save').click();
  await visit.button('settings.showHistory').click();
  const kinds = ['question', 'problem', 'wish', 'change', 'complaint'].map((kind) => visit.words(`kind.${kind}`));
  await visit.panel.getByText(kinds.join(', ').replace(/, ([^,]*)$/u, ', and $1'), { exact: false }).waitFor();
  await visit.panel
    .getByText(`${visit.words('settings.builtIn')} → ${visit.words('settings.off')}`)
    .first()
    .waitFor();

  const panel = await site().visit({ as: PEOPLE.member, language: 'en-US' });
  await panel.open(site().anIssue().key);
  await panel.button('record.open').click();
  const options = (label: string) => panel.field(label).locator('option').allInnerTexts();
  expect(await options('form.kind')).not.toContain(panel.words('kind.praise'));
  expect(await options('form.importance')).toContain('Showstopper');
});

test('somebody who does not administer the project finds no settings', async () => {
  const visit = await site().visit({ as: PEOPLE.member });
  await visit.page.goto(`${site().url}/projects/HARBOR`);
  expect(await visit.page.locator('a[href$="/settings/project-settings"]').count()).toBe(0);
  const answer = await visit.page.request.get(`${site().url}/projects/HARBOR/settings/project-settings`);
  expect(answer.status()).toBe(404);
});

const LOOKS: readonly (readonly [string, VisitOptions])[] = [
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['Chinese at 320 pixels', { language: 'zh-CN', width: 320 }],
];

const ROUTES = ['requirements', 'links', 'calendar', 'feedback', 'changes', 'reports'];
const PAGES = LOOKS.flatMap(([look, options]) => ROUTES.map((route) => [route, look, options] as const));

test.each(PAGES)('%s in %s has nothing that axe finds and scrolls in one direction only', async (route, _, options) => {
  const visit = await site().visit({ ...ADMIN, ...options });
  await openSettings(visit, route);
  expect(await findings(visit)).toEqual([]);
  expect(await overflow(visit)).toEqual([0, 0]);
});
