import type { Fault } from '../../sandbox/api';
import { useBrowserSite } from '../support/browserSite';
import { aFeedback } from '../support/builders';
import { PEOPLE } from '../support/people';

const site = useBrowserSite({ timeLimit: 3_000 });
/** As often as the app may try again. */
const ALWAYS = 100;

function status(code: number, headers: Record<string, string> = {}): Fault {
  return { target: 'jira', times: ALWAYS, effect: { type: 'status', status: code, headers } };
}

async function issueWithFeedback() {
  const { anIssue, succeed } = site();
  const issue = anIssue();
  const feedback = aFeedback({ issueId: issue.id });
  await succeed('feedback.record', feedback, { as: PEOPLE.member, on: issue.key });
  return { issue, text: feedback.text };
}

describe('a panel that cannot be loaded', () => {
  test('says how long Jira wants to be left alone, and loads when that time is over', async () => {
    const { issue, text } = await issueWithFeedback();
    const visit = await site().visit();
    site().sandbox.faults.add(status(429, { 'Retry-After': '4' }));
    await visit.open(issue.key);
    await visit.sentence('error.JIRA_RATE_LIMITED').waitFor();
    const again = visit.panel.getByRole('button', { name: /\d/u });
    expect(await again.isDisabled()).toBe(true);
    site().sandbox.faults.clear();
    await visit.button('failure.retry').click();
    await visit.row(text).waitFor();
  });

  test.each([
    ['an error of Jira', status(500), 'error.JIRA_UNAVAILABLE'],
    [
      'an error of the storage',
      { target: 'sql', times: ALWAYS, effect: { type: 'status', status: 500 } },
      'error.STORAGE_UNAVAILABLE',
    ],
    [
      'a lost answer of Jira',
      { target: 'jira', times: ALWAYS, effect: { type: 'lost-answer' } },
      'error.JIRA_UNAVAILABLE',
    ],
    ['an invocation that dies', { target: 'jira', times: ALWAYS, effect: { type: 'kill-before' } }, 'error.TRANSPORT'],
    ['a Jira that never answers', { target: 'jira', times: ALWAYS, effect: { type: 'hang' } }, 'error.JIRA_TIMED_OUT'],
  ] satisfies [string, Fault, string][])(
    'names %s in a sentence, and the panel loads on the next visit',
    async (_name, fault, sentence) => {
      const { issue, text } = await issueWithFeedback();
      const visit = await site().visit();
      site().sandbox.faults.add(fault);
      await visit.open(issue.key);
      await visit.sentence(sentence).waitFor();
      await visit.sentence('list.failed').waitFor();
      site().sandbox.faults.clear();
      await visit.open(issue.key);
      await visit.row(text).waitFor();
    },
  );
});

describe('a command that fails', () => {
  test('keeps the typed text, and the next try saves it once', async () => {
    const { issue, text } = await issueWithFeedback();
    const visit = await site().visit();
    await visit.open(issue.key);
    await visit.panel.getByRole('button', { name: text }).click();
    await visit.button('action.note').click();
    await visit.field('note.text').fill('Called back on Monday.');
    site().sandbox.faults.add({ target: 'sql', times: ALWAYS, effect: { type: 'status', status: 500 } });
    await visit.button('note.submit').click();
    await visit.sentence('error.STORAGE_UNAVAILABLE').waitFor();
    expect(await visit.field('note.text').inputValue()).toBe('Called back on Monday.');

    site().sandbox.faults.clear();
    await visit.button('note.submit').click();
    const notes = visit.panel.getByRole('region', { name: visit.words('thread.notes') });
    await notes.getByText('Called back on Monday.').waitFor();
    expect(await notes.getByText('Called back on Monday.').count()).toBe(1);
  });

  test('whose answer was lost is carried out once, not twice', async () => {
    const issue = site().anIssue();
    const visit = await site().visit();
    await visit.open(issue.key);
    await visit.button('record.open').click();
    await visit.field('form.text').fill('Said once');
    await visit.field('form.contact').fill('Nils');
    await visit.panel.getByRole('option', { name: visit.words('contact.newNamed', { name: 'Nils' }) }).click();
    await visit.field('form.client').fill('Nils and sons');
    await visit.panel.getByRole('option', { name: visit.words('client.newNamed', { name: 'Nils and sons' }) }).click();
    site().sandbox.faults.add({ target: 'sql', matching: 'insert', times: 1, effect: { type: 'kill-after' } });
    await visit.button('record.submit').click();
    await visit.row('Said once').waitFor();
    await visit.open(issue.key);
    expect(await visit.row('Said once').count()).toBe(1);
  });

  test('on an issue that was deleted meanwhile says so', async () => {
    const { issue, text } = await issueWithFeedback();
    const visit = await site().visit();
    await visit.open(issue.key);
    site().sandbox.site.deleteIssue(issue.key);
    await visit.panel.getByRole('button', { name: text }).click();
    await visit.sentence('error.FEEDBACK_NOT_FOUND').waitFor();
  });
});
