import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { aFeedback } from '../support/builders';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();

async function openedItem(issueKey: string, text: string, as: string): Promise<Visit> {
  const visit = await site().visit({ as });
  await visit.open(issueKey);
  await visit.panel.getByRole('button', { name: text }).click();
  await visit.button('action.answer').waitFor();
  return visit;
}

/** Two people with the same feedback open, in two browsers. */
async function twoPeople() {
  const { anIssue, succeed } = site();
  const issue = anIssue();
  const feedback = aFeedback({ issueId: issue.id });
  await succeed('feedback.record', feedback, { as: PEOPLE.member, on: issue.key });
  const ada = await openedItem(issue.key, feedback.text, PEOPLE.admin);
  const marta = await openedItem(issue.key, feedback.text, PEOPLE.otherMember);
  return { ada, marta };
}

async function declineAsAda(ada: Visit): Promise<void> {
  await ada.button('action.decline').click();
  await ada.field('answer.text').fill('Out of scope.');
  await ada.button('answer.submit.declined').click();
  await ada.panel.getByText('Out of scope.').waitFor();
}

describe('two people who answer the same feedback', () => {
  test('see both sides, and the later one loses no typed text', async () => {
    const { ada, marta } = await twoPeople();
    await marta.button('action.answer').click();
    await marta.field('answer.text').fill('Planned for spring.');
    await marta.field('answer.to').selectOption('planned');
    await ada.button('action.acknowledged').click();
    await ada.panel.getByText(ada.words('state.acknowledged'), { exact: true }).first().waitFor();
    await marta.button('answer.submit.planned').click();

    await marta.sentence('conflict.title').waitFor();
    const sides = await marta.panel.getByRole('table').innerText();
    expect(sides).toContain(marta.words('state.acknowledged'));
    expect(sides).toContain(marta.words('state.planned'));
    expect(await marta.field('answer.textOptional').inputValue()).toBe('Planned for spring.');

    await marta.button('conflict.apply').click();
    await marta.panel
      .getByRole('region', { name: marta.words('thread.answers') })
      .getByText('Planned for spring.')
      .waitFor();
    await marta.panel.getByText(marta.words('state.planned'), { exact: true }).first().waitFor();
  });

  test('may let the other side stand', async () => {
    const { ada, marta } = await twoPeople();
    await marta.button('action.answer').click();
    await marta.field('answer.text').fill('We will do it.');
    await declineAsAda(ada);
    await marta.button('answer.submit.resolved').click();
    await marta.sentence('conflict.title').waitFor();
    await marta.button('conflict.drop').click();
    await marta.sentence('conflict.title').waitFor({ state: 'detached' });
    await marta.panel.getByText(marta.words('state.declined'), { exact: true }).first().waitFor();
    expect(await marta.panel.getByRole('main').innerText()).not.toContain('We will do it.');
  });

  test('are told so on a move with one click, and may make it all the same', async () => {
    const { ada, marta } = await twoPeople();
    await ada.button('action.acknowledged').click();
    await ada.panel.getByText(ada.words('state.acknowledged'), { exact: true }).first().waitFor();
    await marta.button('action.planned').click();
    await marta.sentence('conflict.title').waitFor();
    await marta.button('conflict.apply').click();
    await marta.panel.getByText(marta.words('state.planned'), { exact: true }).first().waitFor();
    await marta.sentence('conflict.title').waitFor({ state: 'detached' });
  });
});
