import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { findings, overflow } from '../support/looks';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
const ADMIN: VisitOptions = { as: PEOPLE.admin, module: 'project-settings' };

const CSV = [
  'client;name;role;channel;opens;closes',
  'Port of Rotterdam;Zoë Vermeer;Harbour master;call;8;16:30',
  'Port of Rotterdam;Bo;;pigeon;;',
  '码头;王伟;经理;chat;;',
].join('\r\n');

async function openPeople({ page, button }: Visit): Promise<void> {
  await page.goto(`${site().url}/projects/HARBOR/settings/project-settings/people`);
  await button('people.import.open').waitFor();
}

function file(name: string, text: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

async function openCsv(visit: Visit): Promise<void> {
  await visit.button('people.import.open').click();
  await visit.field('people.import.choose').setInputFiles(file('people.csv', CSV));
  await visit.panel.getByRole('cell', { name: visit.words('field.not_a_choice') }).waitFor();
}

test('an administrator imports people, sees each bad line before, and corrects one of them', async () => {
  const visit = await site().visit(ADMIN);
  await openPeople(visit);
  await openCsv(visit);
  await visit.button('people.import.submit', { count: 2 }).click();
  await visit.panel.getByRole('button', { name: '王伟', exact: true }).waitFor();
  await visit.panel.getByRole('button', { name: 'Zoë Vermeer' }).click();
  await visit.panel.getByRole('combobox', { name: visit.words('people.field.account') }).fill('jonas');
  await visit.panel.getByRole('option', { name: 'Jonas Weber' }).click();
  await visit.field('people.field.language').selectOption('nl');
  await visit.button('people.save').click();
  await visit.panel.getByText('Dutch').waitFor();
  await visit.panel.getByText(visit.words('people.account', { name: 'Jonas Weber' })).waitFor();
});

test('a client gets a calendar of its own from a calendar file', async () => {
  const visit = await site().visit(ADMIN);
  await openPeople(visit);
  await visit.button('people.addClient').click();
  await visit.field('people.field.client').fill('Ferry');
  await visit.field('people.hasOwnCalendar').check();
  const year = new Date().getUTCFullYear() + 1;
  const event = (day: string, name: string) =>
    ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${year}${day}`, `SUMMARY:${name}`, 'END:VEVENT'].join('\n');
  const events = [event('1001', '国庆节（休）'), event('1010', '国庆节（班）'), event('0214', '情人节')];
  const text = ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n');
  await visit.field('calendarFile.choose').setInputFiles(file('cn.ics', text));
  await visit.button('calendarFile.add', { count: 2 }).click();
  expect(await visit.field('settings.field.holidays').inputValue()).toBe(`${year}-10-01`);
  expect(await visit.field('settings.field.extraWorkingDays').inputValue()).toBe(`${year}-10-10`);
  await visit.button('people.save').click();
  await visit.panel.getByText(visit.words('people.ownCalendar'), { exact: true }).waitFor();
});

test('a person is archived, found among the archived, and erased', async () => {
  const visit = await site().visit(ADMIN);
  await openPeople(visit);
  await visit.button('people.addClient').click();
  await visit.field('people.field.client').fill('Tug');
  await visit.page.keyboard.press('Control+Enter');
  await visit.button('people.addPersonTo', { client: 'Tug' }).click();
  await visit.field('people.field.name').fill('Ilse');
  await visit.button('people.save').click();
  const ilse = visit.panel.getByRole('button', { name: 'Ilse', exact: true });
  await ilse.click();
  await visit.button('people.archive').click();
  await visit.sentence('people.archivedDone').first().waitFor();
  await ilse.waitFor({ state: 'detached' });
  await visit.field('people.showArchived').check();
  await ilse.click();
  await visit.button('people.erase.open').click();
  await visit.field('people.erase.remove').check();
  await visit.field('erase.confirm').check();
  await visit.button('erase.submit').click();
  await visit.button('people.import.open').waitFor();
  await ilse.waitFor({ state: 'detached' });
});

const LOOKS: readonly (readonly [string, VisitOptions])[] = [
  ['light', ADMIN],
  ['dark and Chinese', { ...ADMIN, theme: 'dark', language: 'zh-CN' }],
  ['320 pixels', { ...ADMIN, width: 320 }],
];

test.each(LOOKS)('in %s axe finds nothing, and it scrolls in one direction only', async (look, options) => {
  const visit = await site().visit(options);
  const check = async (name: string) => {
    const pictures = process.env['PEOPLE_PICTURES'];
    if (pictures !== undefined)
      await visit.page.screenshot({ path: `${pictures}/${look}-${name}.png`, fullPage: true });
    expect([name, await findings(visit)]).toEqual([name, []]);
    expect([name, (await overflow(visit)).at(-1)]).toEqual([name, 0]);
  };
  await openPeople(visit);
  await check('list');
  await openCsv(visit);
  await check('import');
  await visit.button('form.cancel').click();
  await visit.button('people.addClient').click();
  await visit.field('people.hasOwnCalendar').check();
  await visit.field('calendarFile.choose').waitFor();
  await check('client');
});
