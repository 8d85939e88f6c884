import { useBrowserSite } from '../support/browserSite';
import { aFeedback } from '../support/builders';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();

test('opening the panel costs one resolver call, two SQL statements and three Jira points at most', async () => {
  const { anIssue, succeed, sandbox, visit: newVisit } = site();
  const issue = anIssue();
  for (let count = 0; count < 50; count += 1) {
    await succeed('feedback.record', aFeedback({ issueId: issue.id }), { as: PEOPLE.member, on: issue.key });
  }
  const visit = await newVisit();
  sandbox.meter.reset();
  await visit.open(issue.key);
  await visit.page.waitForLoadState('networkidle');

  expect(await visit.panel.locator('.row-open').count()).toBe(50);
  // The impact panel beside it has a budget of its own.
  const invocations = sandbox.meter.invocations().filter(({ name }) => !name.startsWith('impact'));
  expect(invocations.map(({ name }) => name)).toEqual(['feedback.list']);
  const [{ sqlStatements, jiraPoints } = { sqlStatements: NaN, jiraPoints: NaN }] = invocations;
  expect(sqlStatements).toBeLessThanOrEqual(2);
  expect(jiraPoints).toBeLessThanOrEqual(3);
  expect(sandbox.meter.bridgeCalls()).toEqual([]);
});
