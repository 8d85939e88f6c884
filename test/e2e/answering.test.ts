import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { aFeedback, onItem } from '../support/builders';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();

/** An issue with one feedback, recorded by the member, and a window that shows it. */
async function openedFeedback(as: string = PEOPLE.otherMember) {
  const { anIssue, succeed, visit: newVisit } = site();
  const issue = anIssue();
  const feedback = aFeedback({ issueId: issue.id });
  const item = await succeed('feedback.record', feedback, { as: PEOPLE.member, on: issue.key });
  const visit = await newVisit({ as });
  await visit.open(issue.key);
  await openItem(visit, feedback.text);
  return { issue, item, text: feedback.text, visit };
}

async function openItem(visit: Visit, text: string): Promise<void> {
  await visit.panel.getByRole('button', { name: text }).click();
  await visit.panel.getByRole('heading', { name: visit.words('history.title') }).waitFor();
}

function region({ panel, words }: Visit, key: string) {
  return panel.getByRole('region', { name: words(key) });
}

describe('answering a client', () => {
  test('resolves the feedback with the answer, which stands in the thread that the client reads', async () => {
    const { visit, issue, text } = await openedFeedback();
    await visit.button('action.answer').click();
    await visit.field('answer.text').fill('It is in the release of May.');
    await visit.page.keyboard.press('Control+Enter');

    await region(visit, 'thread.answers').getByText('It is in the release of May.').waitFor();
    await visit.panel.getByText(visit.words('state.resolved'), { exact: true }).first().waitFor();
    await visit.open(issue.key);
    expect(await visit.row(text).count()).toBe(0);
    await visit.panel.getByRole('button', { name: visit.words('filter.all') }).click();
    expect(await visit.row(text).innerText()).toContain(visit.words('state.resolved'));
  });

  test('does not let a feedback be resolved or declined without an answer', async () => {
    const { visit } = await openedFeedback();
    await visit.button('action.decline').click();
    await visit.button('answer.submit.declined').click();
    await visit.sentence('field.empty').waitFor();
    expect(await visit.field('answer.text').getAttribute('aria-invalid')).toBe('true');
  });

  test('keeps notes apart from answers: a reader of the issue sees the answer and no note', async () => {
    const { visit, issue, text } = await openedFeedback();
    await visit.button('action.note').click();
    await visit.field('note.text').fill('They always ask for this before a renewal.');
    await visit.button('note.submit').click();
    await region(visit, 'thread.notes').getByText('They always ask for this').waitFor();
    await visit.button('action.answer').click();
    await visit.field('answer.text').fill('Planned for summer.');
    await visit.field('answer.to').selectOption('planned');
    await visit.button('answer.submit.planned').click();
    await region(visit, 'thread.answers').getByText('Planned for summer.').waitFor();

    const reader = await site().visit({ as: PEOPLE.reader });
    await reader.open(issue.key);
    await openItem(reader, text);
    await region(reader, 'thread.answers').getByText('Planned for summer.').waitFor();
    expect(await region(reader, 'thread.notes').count()).toBe(0);
    expect(await reader.panel.getByRole('main').innerText()).not.toContain('before a renewal');
  });

  test('moves with one click where no answer is needed', async () => {
    const { visit } = await openedFeedback();
    await visit.button('action.acknowledged').click();
    await visit.panel.getByText(visit.words('state.acknowledged'), { exact: true }).first().waitFor();
    await visit.button('action.planned').click();
    await visit.panel.getByText(visit.words('state.planned'), { exact: true }).first().waitFor();
    await region(visit, 'history.title').getByText('Marta Novak').first().waitFor();
  });

  test('reopens a resolved feedback with a reason, which the team finds in the history', async () => {
    const { visit, item, issue, text } = await openedFeedback();
    const answer = { ...onItem(item), to: 'resolved' as const, answer: 'Done.' };
    await site().succeed('feedback.move', answer, { as: PEOPLE.member, on: issue.key });
    await visit.open(issue.key);
    await visit.panel.getByRole('button', { name: visit.words('filter.all') }).click();
    await openItem(visit, text);
    await visit.button('action.reopen').click();
    await visit.field('reopen.reason').fill('It is still wrong on phones.');
    await visit.button('reopen.submit').click();

    await region(visit, 'history.title').getByText('It is still wrong on phones.').waitFor();
    await visit.button('action.answer').waitFor();
  });

  test('edits the feedback in place and keeps the former text in the history', async () => {
    const { visit, text } = await openedFeedback();
    await visit.button('action.edit').click();
    await visit.field('form.text').fill('They meant the quay, not the berth.');
    await visit.button('edit.submit').click();
    await region(visit, 'history.title').getByText(visit.words('history.before')).click();
    await region(visit, 'history.title').getByText(text).waitFor();
    expect(await visit.panel.locator('blockquote').first().innerText()).toBe('They meant the quay, not the berth.');
  });

  test('keeps a half-written answer over a reload of the page', async () => {
    const { visit, issue, text } = await openedFeedback();
    await visit.button('action.answer').click();
    await visit.field('answer.text').fill('We are looking');
    await visit.open(issue.key);
    await openItem(visit, text);
    expect(await visit.field('answer.text').inputValue()).toBe('We are looking');
  });
});

describe('somebody who may only read the issue', () => {
  test('sees the feedback, the reason for having no buttons, and nothing to change it with', async () => {
    const { visit } = await openedFeedback(PEOPLE.reader);
    expect(await visit.panel.getByRole('group', { name: visit.words('action.label') }).count()).toBe(0);
    await visit.button('detail.back').click();
    await visit.sentence('list.readOnly').waitFor();
    expect(await visit.button('record.open').count()).toBe(0);
  });

  test('is told that an issue behind issue security does not exist for them', async () => {
    const { sandbox, url, visit: newVisit } = site();
    const all = sandbox.site.projects().flatMap(({ id }) => sandbox.site.issues(id, { offset: 0, limit: 500 }).issues);
    const restricted = all.find((issue) => issue.restricted);
    const visit = await newVisit({ as: PEOPLE.reader });
    const response = await visit.page.goto(`${url}/browse/${restricted?.key ?? ''}`);
    expect(response?.status()).toBe(404);
    expect(await visit.page.locator('iframe').count()).toBe(0);
  });
});
