import { useBrowserSite } from '../support/browserSite';
import { aFeedback } from '../support/builders';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();

async function issueWithFeedbackOf(name: string) {
  const { anIssue, succeed } = site();
  const issue = anIssue();
  const feedback = aFeedback({ issueId: issue.id, contact: { name, client: { name: 'Adria Cruises' } } });
  await succeed('feedback.record', feedback, { as: PEOPLE.member, on: issue.key });
  return { issue, text: feedback.text };
}

describe('the personal data of a contact', () => {
  test('can be erased for good by a project administrator, in two steps', async () => {
    const { issue, text } = await issueWithFeedbackOf('Luka Horvat');
    const visit = await site().visit({ as: PEOPLE.admin });
    await visit.open(issue.key);
    await visit.panel.getByRole('button', { name: text }).click();
    await visit.button('action.erase').click();
    await visit.button('erase.submit').click();
    await visit.sentence('erase.missing').waitFor();
    await visit.panel.getByRole('checkbox', { name: visit.words('erase.confirm') }).check();
    await visit.button('erase.submit').click();

    await visit.panel.getByRole('heading', { name: visit.words('contact.erased') }).waitFor();
    await visit.open(issue.key);
    const shown = await visit.panel.getByRole('main').innerText();
    expect(shown).toContain(visit.words('contact.erased'));
    expect(shown).not.toContain('Luka');
  });

  test('is not offered for erasure to somebody who may only edit', async () => {
    const { issue, text } = await issueWithFeedbackOf('Ivana');
    const visit = await site().visit({ as: PEOPLE.otherMember });
    await visit.open(issue.key);
    await visit.panel.getByRole('button', { name: text }).click();
    await visit.button('action.answer').waitFor();
    expect(await visit.button('action.erase').count()).toBe(0);
  });

  test('that was erased while a form was open is refused with what to do, and nothing typed is lost', async () => {
    const { issue, text } = await issueWithFeedbackOf('Petra Kos');
    const visit = await site().visit();
    await visit.open(issue.key);
    await visit.button('record.open').click();
    await visit.field('form.text').fill('One more thing');
    await visit.field('form.contact').fill('Petra');
    await visit.panel.getByRole('option', { name: 'Petra Kos' }).click();

    const admin = await site().visit({ as: PEOPLE.admin });
    await admin.open(issue.key);
    await admin.panel.getByRole('button', { name: text }).click();
    await admin.button('action.erase').click();
    await admin.panel.getByRole('checkbox', { name: admin.words('erase.confirm') }).check();
    await admin.button('erase.submit').click();
    await admin.panel.getByRole('heading', { name: admin.words('contact.erased') }).waitFor();

    await visit.button('record.submit').click();
    await visit.sentence('error.CONTACT_ERASED').waitFor();
    expect(await visit.field('form.text').inputValue()).toBe('One more thing');
  });
});
