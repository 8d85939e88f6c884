import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { aFeedback } from '../support/builders';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
const asker = (name: string, client: string) => ({ name, client: { name: client } });

async function twoFeedbacks(visit: Visit) {
  const { anIssue, succeed } = site();
  const issue = anIssue();
  const caller = { as: PEOPLE.member, on: issue.key };
  const tide = aFeedback({ issueId: issue.id, text: 'Show the tide', contact: asker('Bao Li', 'Ningbo Lines') });
  const water = aFeedback({
    issueId: issue.id,
    text: 'Show the water level',
    contact: asker('Ana Ruiz', 'Iberia Cargo'),
  });
  await succeed('feedback.record', tide, caller);
  await succeed('feedback.record', water, caller);
  await visit.open(issue.key);
  return issue;
}

async function merge(visit: Visit): Promise<void> {
  await visit.panel.getByRole('button', { name: 'Show the water level' }).click();
  await visit.button('action.merge').click();
  await visit.field('merge.search').fill('tide');
  await visit.panel.getByRole('radio', { name: 'Show the tide' }).check();
  await visit.button('merge.submit').click();
  await visit.sentence('merged.title').waitFor();
}

describe('merging two feedbacks', () => {
  test('keeps both askers on the one that stays', async () => {
    const visit = await site().visit();
    await twoFeedbacks(visit);
    await merge(visit);
    await visit.button('merged.open').click();
    const askers = visit.panel.getByRole('region', { name: visit.words('askedBy.title') });
    await askers.waitFor();
    expect(await askers.innerText()).toContain('Ana Ruiz (Iberia Cargo)');
  });

  test('can be undone, and then both stand alone again', async () => {
    const visit = await site().visit();
    const issue = await twoFeedbacks(visit);
    await merge(visit);
    await visit.button('action.unmerge').click();
    await visit.sentence('merged.title').waitFor({ state: 'detached' });

    await visit.open(issue.key);
    expect(await visit.row('Show the tide').innerText()).toContain('Bao Li');
    expect(await visit.row('Show the water level').innerText()).toContain('Ana Ruiz');
    await visit.panel.getByRole('button', { name: 'Show the tide' }).click();
    await visit.panel.getByRole('heading', { name: visit.words('history.title') }).waitFor();
    expect(await visit.panel.getByRole('region', { name: visit.words('askedBy.title') }).count()).toBe(0);
  });

  test('takes a choice', async () => {
    const visit = await site().visit();
    await twoFeedbacks(visit);
    await visit.panel.getByRole('button', { name: 'Show the water level' }).click();
    await visit.button('action.merge').click();
    await visit.button('merge.submit').click();
    await visit.sentence('merge.missing').waitFor();
  });
});
