import { TEXT_LIMIT } from '../../src/contract/limits';
import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { aFeedback } from '../support/builders';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();

/** The text of the element that has the focus in the panel's frame: its label or its content. */
function focused({ panel }: Visit) {
  return panel.locator(':focus');
}

async function chooseNewContact(visit: Visit, name: string, client: string): Promise<void> {
  await visit.field('form.contact').fill(name);
  await visit.panel.getByRole('option', { name: visit.words('contact.newNamed', { name }) }).click();
  await visit.field('form.client').fill(client);
  await visit.panel.getByRole('option', { name: visit.words('client.newNamed', { name: client }) }).click();
}

describe('recording what a client said', () => {
  test('takes nothing but the keyboard, and a new contact of a new client on the way', async () => {
    const issue = site().anIssue();
    const visit = await site().visit();
    await visit.open(issue.key);
    const { page, words } = visit;

    await visit.button('record.open').focus();
    await page.keyboard.press('Enter');
    await visit.panel.getByRole('textbox', { name: words('form.text') }).waitFor();
    await page.keyboard.type('Could the booking show the tide?');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ingrid Aas');
    await visit.panel.getByRole('option', { name: words('contact.newNamed', { name: 'Ingrid Aas' }) }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nordic Freight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');

    await visit.row('Could the booking show the tide?').waitFor();
    expect(await visit.row('Could the booking show the tide?').innerText()).toContain('Ingrid Aas (Nordic Freight)');
    expect(await focused(visit).innerText()).toContain('Could the booking show the tide?');
  });

  test('works with the mouse, and offers the contact who spoke last on this issue first', async () => {
    const { anIssue, succeed, visit: open } = site();
    const issue = anIssue();
    const earlier = aFeedback({ issueId: issue.id, contact: { name: 'Bao Li', client: { name: 'Ningbo Lines' } } });
    await succeed('feedback.record', earlier, { as: PEOPLE.member, on: issue.key });
    const visit = await open();
    await visit.open(issue.key);

    await visit.button('record.open').click();
    await visit.field('form.text').fill('The invoice lacks our order number');
    await visit.field('form.contact').click();
    await visit.page.keyboard.press('ArrowDown');
    await visit.panel.getByRole('option').first().click();
    await visit.field('form.kind').selectOption('complaint');
    await visit.field('form.importance').selectOption('critical');
    await visit.field('form.channel').selectOption('email');
    await visit.button('record.submit').click();

    await visit.row('The invoice lacks our order number').waitFor();
    const shown = await visit.row('The invoice lacks our order number').innerText();
    expect(shown).toContain('Bao Li (Ningbo Lines)');
    expect(shown).toContain(visit.words('kind.complaint'));
    expect(shown).toContain(visit.words('importance.critical'));
    expect(shown).toContain(visit.words('channel.email'));
  });

  test('keeps what was typed over a reload of the page, and forgets it once it is saved', async () => {
    const issue = site().anIssue();
    const visit = await site().visit();
    await visit.open(issue.key);
    await visit.button('record.open').click();
    await visit.field('form.text').fill('Half a sentence');
    await chooseNewContact(visit, 'Marek', 'Vltava Shipping');

    await visit.page.reload();
    await visit.button('record.continue').click();
    expect(await visit.field('form.text').inputValue()).toBe('Half a sentence');
    await visit.button('draft.discard').waitFor();
    await visit.field('form.text').fill('A whole sentence');
    await visit.button('record.submit').click();
    await visit.row('A whole sentence').waitFor();
    expect(await visit.row('A whole sentence').innerText()).toContain('Marek (Vltava Shipping)');

    await visit.page.reload();
    await visit.button('record.open').click();
    expect(await visit.field('form.text').inputValue()).toBe('');
  });

  test('says the limit of a text that is too long and keeps the text', async () => {
    const issue = site().anIssue();
    const visit = await site().visit();
    await visit.open(issue.key);
    await visit.button('record.open').click();
    const text = 'x'.repeat(TEXT_LIMIT + 1);
    await visit.field('form.text').fill(text);
    await chooseNewContact(visit, 'Somebody', 'Some client');
    await visit.button('record.submit').click();

    await visit.sentence('field.too_long', { limit: TEXT_LIMIT, length: text.length }).waitFor();
    expect(await visit.field('form.text').inputValue()).toBe(text);
    expect(
      site()
        .sandbox.meter.invocations()
        .map(({ name }) => name),
    ).not.toContain('feedback.record ');
  });

  test('refuses a day that is still to come and a contact that is missing, at their fields', async () => {
    const issue = site().anIssue();
    const visit = await site().visit();
    await visit.open(issue.key);
    await visit.button('record.open').click();
    await visit.field('form.text').fill('From the future');
    await visit.field('form.saidOn').fill('2999-12-31');
    await visit.button('record.submit').click();

    await visit.sentence('field.in_future').waitFor();
    await visit.sentence('field.missing').waitFor();
    expect(await visit.field('form.saidOn').getAttribute('aria-invalid')).toBe('true');
    expect(await visit.field('form.contact').getAttribute('aria-invalid')).toBe('true');
  });

  test('leaves the form with Escape and keeps the draft', async () => {
    const issue = site().anIssue();
    const visit = await site().visit();
    await visit.open(issue.key);
    await visit.button('record.open').click();
    await visit.field('form.text').fill('To be continued');
    await visit.page.keyboard.press('Escape');
    await visit.button('record.continue').waitFor();
    expect(await focused(visit).innerText()).toBe(visit.words('record.continue'));
  });
});
