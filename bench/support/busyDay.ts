import type { Issue, Sandbox } from '../../sandbox/api';
import { randomOf } from '../../sandbox/random';
import { passMinute, projectOf } from './mirrorSite';

const MINUTES_A_DAY = 24 * 60;
const STATUSES = ['To Do', 'In Progress', 'In Review', 'Done'] as const;

type Act = (site: Sandbox['site'], issue: Issue, other: Issue, draw: number) => void;

/** What people do in a project, each as often as it stands here. */
const ACTS: readonly (readonly [times: number, act: Act])[] = [
  [
    9,
    (site, { id, status }, _other, draw) => {
      const others = STATUSES.filter((one) => one !== status);
      site.updateIssue(id, { status: others[Math.floor(draw * others.length)] ?? 'Done' });
    },
  ],
  [3, (site, { id }, _other, draw) => site.updateIssue(id, { timeSpentSeconds: Math.floor(draw * 100_000) })],
  [2, (site, { id }, _other, draw) => site.updateIssue(id, { summary: `Said otherwise ${draw}` })],
  [3, (site, { projectId }, _other, draw) => site.createIssue({ project: projectId, summary: `New ${draw}` })],
  [2, (site, { key }, other) => key !== other.key && site.addLink({ type: 'Blocks', from: key, to: other.key })],
  [
    1,
    (site, { id, fixVersions, projectId }, _other, draw) => {
      const names = site.versions(projectId).map(({ name }) => name).filter((name) => name !== fixVersions[0]?.name); // prettier-ignore
      site.updateIssue(id, { fixVersions: [names[Math.floor(draw * names.length)] ?? ''] });
    },
  ],
];
const DECK = ACTS.flatMap(([times, act]) => Array.from({ length: times }, () => act));

/**
 * Lets a day pass on the site with so many changes, spread over its minutes, and everything of the app that they and
 * its schedules set off.
 */
export async function liveADay(sandbox: Sandbox, changes: number): Promise<void> {
  const random = randomOf(1);
  const projectId = projectOf(sandbox);
  const { total } = sandbox.site.issues(projectId, { offset: 0, limit: 1 });
  const anIssue = () => {
    const [issue] = sandbox.site.issues(projectId, { offset: Math.floor(random() * total), limit: 1 }).issues;
    if (issue === undefined) throw new Error('The site has no such issue');
    return issue;
  };
  let done = 0;
  for (let minute = 1; minute <= MINUTES_A_DAY; minute += 1) {
    for (; done < (changes * minute) / MINUTES_A_DAY; done += 1) {
      DECK[Math.floor(random() * DECK.length)]?.(sandbox.site, anIssue(), anIssue(), random());
    }
    await passMinute(sandbox);
  }
}
