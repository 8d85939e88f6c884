import path from 'node:path';
import { useBrowserSite } from '../support/browserSite';
import type { Visit, VisitOptions } from '../support/browserSite';
import { aChange, aDecision, onChange } from '../support/builders';
import { assessed, openImpact, raiseChange, sayEffort, take } from '../support/changeVisit';
import { findings, overflow } from '../support/looks';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';

const site = useBrowserSite();
/** Issues of the sample: one with much around it, one whose change request was decided on. */
const [ISSUE, DECIDED] = ['HARBOR-4', 'HARBOR-28'];
const SCREENSHOTS = path.resolve(__dirname, '../../docs/images');

beforeAll(async () => {
  const { sandbox, succeed } = site();
  const issue = sandbox.site.findIssue(DECIDED);
  const caller = { as: PEOPLE.member, on: DECIDED };
  await mirrorProject(site(), issue?.projectId ?? '');
  const raised = await succeed('change.raise', aChange({ issueId: issue?.id ?? '' }), caller);
  const frozen = await succeed('change.freeze', onChange(raised), caller);
  const { options } = await succeed('change.get', { changeId: frozen.id }, caller);
  await succeed('change.decide', { ...onChange(frozen), ...aDecision(options[0]?.id ?? '') }, caller);
}, 120_000);

async function keepPicture({ page }: Visit, name: string): Promise<void> {
  if (process.env['COUNTERSIGN_SCREENSHOTS'] !== '1') return;
  await page.locator('[data-panel="impact-panel"]').scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

async function visitOn(key: string, options: VisitOptions): Promise<Visit> {
  const visit = await site().visit({ ...options, module: 'impact-panel' });
  await openImpact(visit, site().url, key);
  return visit;
}

async function whatIf(options: VisitOptions): Promise<Visit> {
  const visit = await visitOn(ISSUE, options);
  await assessed(visit);
  return visit;
}

async function answer(options: VisitOptions, name: string): Promise<Visit> {
  const visit = await whatIf(options);
  await visit.panel.getByRole('tab', { name: visit.words(`impact.${name}.name`) }).click();
  return visit;
}

const VIEWS: readonly (readonly [string, (options: VisitOptions) => Promise<Visit>])[] = [
  ['what would follow, as a list', whatIf],
  ['the schedule', (options) => answer(options, 'schedule')],
  ['cost', (options) => answer(options, 'cost')],
  [
    'the graph',
    async (options) => {
      const visit = await whatIf(options);
      await visit.button('impact.scope.graph').click();
      await visit.panel.getByRole('button', { name: visit.words('impact.graph.in') }).waitFor();
      return visit;
    },
  ],
  [
    'the form',
    async (options) => {
      const visit = await visitOn(ISSUE, options);
      await visit.button('change.raise.open').click();
      await visit.field('change.field.title').waitFor();
      return visit;
    },
  ],
  [
    'a decided change request',
    async (options) => {
      const visit = await visitOn(DECIDED, options);
      await visit.panel.locator('.row-open').first().click();
      await visit.button('change.step.implementing').waitFor();
      return visit;
    },
  ],
];
const LOOKS: readonly (readonly [string, VisitOptions])[] = [
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['Chinese and dark at 320 pixels', { as: PEOPLE.member, language: 'zh-CN', theme: 'dark', width: 320 }],
];

describe.each(LOOKS)('in %s', (_look, options) => {
  test.each(VIEWS)('%s has nothing that axe finds and scrolls in one direction only', async (_view, show) => {
    const visit = await show(options);
    expect(await findings(visit)).toEqual([]);
    expect(await overflow(visit)).toEqual([0, 0]);
  });
});

test('pictures: the scope, the schedule, a change request before its decision', async () => {
  await keepPicture(await whatIf({ theme: 'light' }), 'impact-scope-light');
  const schedule = await answer({ as: PEOPLE.member, language: 'zh-CN', timeZone: 'Asia/Shanghai' }, 'schedule');
  await keepPicture(schedule, 'impact-schedule-chinese');
  const visit = await whatIf({ theme: 'dark' });
  await raiseChange(visit, 'Change it until the ship is in sight');
  await sayEffort(visit, ['2', '3', '8']);
  await assessed(visit);
  await take(visit, 'freeze', visit.button('change.action.decide'));
  await keepPicture(visit, 'change-awaiting-dark');
});
