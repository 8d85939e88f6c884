import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { aFeedback, onItem } from '../support/builders';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
const WEEK = 7 * 24 * 60 * 60 * 1000;

function filter({ panel, words }: Visit, key: string) {
  return panel.getByRole('group', { name: words('filter.label') }).getByRole('button', { name: words(key) });
}

test('an issue without feedback says what to do first, and an editor may do it there', async () => {
  const visit = await site().visit();
  await visit.open(site().anIssue().key);
  await visit.sentence('empty.title').waitFor();
  await visit.sentence('empty.hint').waitFor();
  await visit.button('record.open').waitFor();
});

test('the filters show open, overdue, own and all feedback, each with its count', async () => {
  const { anIssue, succeed, sandbox, visit: newVisit } = site();
  const issue = anIssue();
  const by = (as: string) => ({ as, on: issue.key });
  const record = (text: string, as: string) =>
    succeed('feedback.record', aFeedback({ issueId: issue.id, text }), by(as));
  await record('Waiting for weeks', PEOPLE.member);
  sandbox.clock.advance(2 * WEEK);
  await record('Fresh and mine', PEOPLE.otherMember);
  const done = await record('Long done', PEOPLE.member);
  await succeed('feedback.move', { ...onItem(done), to: 'declined', answer: 'No.' }, by(PEOPLE.member));

  const visit = await newVisit({ as: PEOPLE.otherMember });
  await visit.open(issue.key);
  const rows = () => visit.panel.locator('.row-open').allInnerTexts();
  expect(await rows()).toEqual(['Waiting for weeks', 'Fresh and mine']);
  expect(await filter(visit, 'filter.open').innerText()).toMatch(/2$/u);
  await filter(visit, 'filter.overdue').click();
  expect(await rows()).toEqual(['Waiting for weeks']);
  await filter(visit, 'filter.mine').click();
  expect(await rows()).toEqual(['Fresh and mine']);
  await filter(visit, 'filter.all').click();
  expect(await rows()).toEqual(['Waiting for weeks', 'Fresh and mine', 'Long done']);
});

test('a filter that nothing passes says so and leads back to all feedback', async () => {
  const { anIssue, succeed, visit: newVisit } = site();
  const issue = anIssue();
  await succeed('feedback.record', aFeedback({ issueId: issue.id }), { as: PEOPLE.member, on: issue.key });
  const visit = await newVisit();
  await visit.open(issue.key);
  await filter(visit, 'filter.overdue').click();
  await visit.sentence('empty.filter.overdue').waitFor();
  await visit.button('empty.showAll', { count: 1 }).click();
  expect(await visit.panel.locator('.row-open').count()).toBe(1);
});
