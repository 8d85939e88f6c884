import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { assessed, openImpact, raiseChange } from '../support/changeVisit';
import { aSmallProject } from '../support/issues';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
/** How many issues hang on the hub: four more than the graph draws at first. */
const SPOKES = 11;

async function visitOn(key: string, options: VisitOptions = {}): Promise<Visit> {
  const visit = await site().visit({ module: 'impact-panel', ...options });
  await openImpact(visit, site().url, key);
  return visit;
}

async function aMirroredProject(key: string, before: (openKey: string, project: string) => void = () => undefined) {
  const issues = aSmallProject(site().sandbox, key);
  before(issues.open.key, issues.open.projectId);
  await mirrorProject(site(), issues.open.projectId);
  return issues;
}

test('an option drops a requirement of similar effort in exchange, and is no swap without one', async () => {
  const { open, near } = await aMirroredProject('SWAP');
  const visit = await visitOn(open.key);
  const { panel, words } = visit;
  await raiseChange(visit, 'Weigh it twice');
  await visit.button('change.action.options').click();
  await visit.button('change.option.add').click();
  const second = panel.locator('.option-fields').nth(1);
  await expect(second.locator(':focus').count()).resolves.toBe(1);
  await second.getByLabel(words('change.option.kindLabel')).selectOption('swap');
  for (const part of ['low', 'likely', 'high'] as const) {
    await second.getByRole('textbox', { name: words(`impact.effort.${part}`), exact: true }).fill('1');
  }
  await visit.button('change.option.submit').click();
  await visit.sentence('change.swap.missing').waitFor();
  await visit.button('change.swap.search').click();
  await panel.getByRole('checkbox', { name: near.summary }).check();
  await visit.button('change.option.submit').click();
  const kind = words('change.option.kind.swap');
  await panel.getByRole('tab', { name: words('change.option.named', { letter: 'B', title: kind }) }).click();
  await panel.getByText(words('change.swap.dropped')).waitFor();
});

test('an issue is excluded with a reason and taken back, and the focus is never lost', async () => {
  const { open, near } = await aMirroredProject('TAKE');
  const visit = await visitOn(open.key);
  const { page, panel } = visit;
  await assessed(visit);
  const exclude = visit.button('impact.review.excludeOf', { key: near.key });
  await exclude.click();
  await page.keyboard.press('Escape');
  await panel.locator(':focus').and(exclude).waitFor();
  await page.keyboard.press('Enter');
  await visit.field('impact.review.why').fill('Nobody prints.');
  await page.keyboard.press('Control+Enter');
  await visit.sentence('impact.review.saidWhy.exclude', { reason: 'Nobody prints.' }).waitFor();
  await visit.sentence('impact.scope.count', { count: 1 }).waitFor();
  const row = panel.getByRole('listitem').filter({ hasText: near.summary });
  await panel.locator(':focus').and(row).waitFor();
  await visit.button('impact.review.clearOf', { key: near.key }).click();
  await visit.sentence('impact.scope.count', { count: 2 }).waitFor();
  await panel.locator(':focus').and(row).waitFor();
});

test('the graph is walked, unfolded and folded by the keyboard alone', async () => {
  const { open } = await aMirroredProject('HUB', (from, project) => {
    const { site: jira } = site().sandbox;
    for (let spoke = 0; spoke < SPOKES; spoke += 1) {
      const issue = jira.createIssue({ project, type: 'Story', summary: `Spoke ${spoke}` });
      jira.addLink({ type: 'Blocks', from, to: issue.key });
    }
  });
  const visit = await visitOn(open.key);
  const { page, panel, words } = visit;
  await assessed(visit);
  await visit.button('impact.scope.graph').click();
  const nodes = panel.getByRole('treeitem');
  await nodes.first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await panel.locator(':focus').getAttribute('aria-level')).toBe('2');
  await page.keyboard.press('End');
  expect(await panel.locator(':focus').getAttribute('aria-label')).toBe(
    words('impact.graph.folded', { count: SPOKES + 2 - 7 }),
  );
  await page.keyboard.press('Enter');
  await nodes.nth(SPOKES + 2).waitFor();
  expect(await panel.locator(':focus').getAttribute('aria-label')).toContain(open.key);
  await page.keyboard.press(' ');
  await nodes.nth(SPOKES + 2).waitFor({ state: 'detached' });
  expect(await panel.locator(':focus').getAttribute('aria-expanded')).toBe('false');
});

test('who may only read sees what would follow, without a button to change anything', async () => {
  const { open, near } = await aMirroredProject('READ');
  const visit = await visitOn(open.key, { as: PEOPLE.reader });
  const { panel, words } = visit;
  await assessed(visit);
  await visit.sentence('change.readOnly').waitFor();
  await panel
    .getByText(words('impact.hidden', { count: 1 }))
    .first()
    .waitFor();
  expect(await visit.button('change.raise.open').count()).toBe(0);
  const correct = visit.button('impact.review.excludeOf', { key: near.key });
  await panel.getByText(near.summary).waitFor();
  expect(await correct.count()).toBe(0);
});
