import { importFile } from '../../sandbox/import/importFile';
import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { aFeedback } from '../support/builders';
import { approve, assessed, openImpact, raiseChange, sayEffort, take, typeEffort } from '../support/changeVisit';
import { aSmallProject } from '../support/issues';
import { catchUp, mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { realProjectFile } from '../support/reference-data';

const site = useBrowserSite();
const IMPACT: VisitOptions = { module: 'impact-panel' };

async function visitOn(key: string, options: VisitOptions = {}): Promise<Visit> {
  const visit = await site().visit({ ...IMPACT, ...options });
  await openImpact(visit, site().url, key);
  return visit;
}

async function aMirroredProject(key: string) {
  const issues = aSmallProject(site().sandbox, key);
  await mirrorProject(site(), issues.open.projectId);
  return issues;
}

/** From raising to verifying, as the panel's buttons lead. */
async function throughItsLife(visit: Visit, affected: string, touch: () => Promise<void>): Promise<void> {
  const { panel, words } = visit;
  await raiseChange(visit, 'Load it at once');
  await assessed(visit);
  await sayEffort(visit, ['2', '3', '8']);
  await assessed(visit);
  await panel.getByRole('button', { name: words('impact.review.effortOf', { key: affected }) }).click();
  await typeEffort(visit, ['1', '1,5', '4']);
  await visit.button('impact.review.submit.adjust').click();
  await panel.getByText(words('impact.review.said.adjust')).first().waitFor();

  await take(visit, 'freeze', visit.button('change.action.decide'));
  await panel.getByText(words('change.option.frozenTitle')).waitFor();
  await approve(visit);
  await panel.getByText('Please go ahead.').waitFor();
  await take(visit, 'implementing', visit.button('change.step.implemented'));
  await touch();
  await take(visit, 'implemented', visit.button('change.step.verify'));
  await take(visit, 'verify', panel.getByRole('heading', { name: words('change.actual.title') }));
}

test('a change is raised, assessed, adjusted, frozen, decided, done and verified', async () => {
  const { open, near } = await aMirroredProject('FEW');
  const visit = await visitOn(open.key);
  const { sandbox } = site();
  await throughItsLife(visit, near.key, async () => {
    sandbox.clock.advance(60_000);
    sandbox.site.updateIssue(near.id, { summary: 'Print the bill at once' });
    await catchUp(sandbox);
  });
  await visit.button('change.back').click();
  const record = { count: 1, found: '100%', false: '50%' };
  await visit.sentence('impact.record.sentence', record).waitFor();
}, 60_000);

const realProject = realProjectFile === undefined ? test.skip : test;

realProject(
  'the same on a real project, on a story with dependencies, in Chinese',
  async () => {
    const { sandbox } = site();
    await importFile(sandbox.site, realProjectFile ?? '');
    const story = sandbox.site.findIssue('FCREPO-649');
    const waiting = sandbox.site.findIssue('FCREPO-650');
    await mirrorProject(site(), story?.projectId ?? '');
    const visit = await visitOn('FCREPO-649', { as: PEOPLE.member, language: 'zh-CN', timeZone: 'Asia/Shanghai' });
    await throughItsLife(visit, 'FCREPO-650', async () => {
      sandbox.clock.advance(60_000);
      sandbox.site.updateIssue(waiting?.id ?? '', { summary: 'Deprecated at once' });
      await catchUp(sandbox);
    });
  },
  120_000,
);

test('takes nothing but the keyboard', async () => {
  const { open } = await aMirroredProject('KEYS');
  const visit = await visitOn(open.key);
  const { page, panel, words } = visit;
  await assessed(visit);
  await visit.button('change.raise.open').focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('heading', { name: words('change.raise.title', { key: open.key }) }).waitFor();
  await page.keyboard.type('Shorter bills');
  for (const text of ['Ten pages', 'One page', 'Paper is dear']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Control+Enter');
  await visit.button('change.step.freeze').waitFor();
  await assessed(visit);
  expect(await panel.locator(':focus').innerText()).toContain('Shorter bills');
  await page.keyboard.press('Tab');
  expect(await panel.locator(':focus').innerText()).toBe(words('change.step.freeze'));
  await page.keyboard.press('Enter');
  await visit.button('change.action.decide').waitFor();
  await visit.button('change.action.decide').focus();
  await page.keyboard.press('Enter');
  await visit.field('change.decision.outcome').waitFor();
  await page.keyboard.press('Control+Enter');
  await visit.button('change.step.implementing').waitFor();
  const answers = panel.getByRole('tablist', { name: words('impact.answers') });
  await answers.getByRole('tab').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await panel.locator(':focus').innerText()).toContain(words('impact.schedule.name'));
  await panel.getByText(words('impact.schedule.table')).waitFor();
});

test('feedback that wants a change becomes one in one step, and leads there', async () => {
  const { open } = await aMirroredProject('ASKS');
  const { succeed, visit: visitSite } = site();
  const wish = aFeedback({ issueId: open.id, kind: 'change', text: 'Weigh it twice' });
  await succeed('feedback.record', wish, { as: PEOPLE.member, on: open.id });
  const visit = await visitSite();
  await visit.open(open.key);
  await visit.panel.getByRole('button', { name: 'Weigh it twice' }).click();
  await visit.button('change.fromItem.open').click();
  await visit.button('change.fromItem.show').click();
  const impact = visit.page.frameLocator('[data-panel="impact-panel"] iframe');
  await impact.getByRole('heading', { name: 'Weigh it twice' }).waitFor();
});

test('what changed since the assessment was frozen is said, and decided on only knowingly', async () => {
  const { open, near } = await aMirroredProject('OLD');
  const visit = await visitOn(open.key);
  const { panel, words } = visit;
  const { sandbox } = site();
  await raiseChange(visit, 'Weigh at night');
  await take(visit, 'freeze', visit.button('change.action.decide'));
  sandbox.site.updateIssue(near.id, { originalEstimateSeconds: 40 * 60 * 60 });
  await catchUp(sandbox);
  await openImpact(visit, site().url, open.key);
  await panel.getByRole('button', { name: 'Weigh at night' }).click();
  await visit.sentence('change.stale.title').waitFor();
  await visit.button('change.action.decide').click();
  await visit.button('change.decision.submit').click();
  await visit.sentence('error.STALE_ASSESSMENT').waitFor();
  await panel.getByLabel(words('change.decision.knowingly')).check();
  await visit.button('change.decision.submit').click();
  await visit.button('change.step.implementing').waitFor();
});
