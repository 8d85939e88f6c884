import fc from 'fast-check';
import type { DeliveryPlan, Issue, Project, Sandbox } from '../../sandbox/api';

/** One thing that somebody does on the site, with numbers that choose among what is there. */
interface Act {
  readonly kind: (typeof KINDS)[number];
  readonly one: number;
  readonly other: number;
}

/** What happens between two acts: nothing, what is due is delivered, or the app's schedule runs as well. */
type Pause = 'none' | 'deliver' | 'sync' | 'hour';

export interface SiteHistory {
  readonly acts: readonly { readonly act: Act; readonly pause: Pause }[];
  readonly plan: DeliveryPlan;
}

const KINDS = [
  'create',
  'create',
  'createBelow',
  'update',
  'update',
  'update',
  'status',
  'move',
  'archive',
  'unarchive',
  'delete',
  'link',
  'link',
  'unlink',
  'createVersion',
  'giveVersion',
  'updateVersion',
  'deleteVersion',
  'binProject',
  'restoreProject',
  'archiveProject',
  'unarchiveProject',
] as const;

/** What Jira tells nobody of. */
const SILENT: readonly Act['kind'][] = ['archive', 'unarchive'];

/**
 * A random history with events that are doubled, delayed and shuffled; where `lossy` says so, some are lost, and things
 * happen for which there are none.
 */
export function siteHistories({ lossy }: { readonly lossy: boolean }): fc.Arbitrary<SiteHistory> {
  const kinds = KINDS.filter((kind) => lossy || !SILENT.includes(kind));
  const drop = lossy ? fc.constantFrom(0.3, 0.7, 1) : fc.constant(0);
  const act = fc.record({ kind: fc.constantFrom(...kinds), one: fc.nat(9_999), other: fc.nat(9_999) });
  const pause = fc.constantFrom<Pause>('none', 'none', 'deliver', 'deliver', 'sync', 'hour');
  const plan = fc.record({
    seed: fc.nat(1_000_000),
    double: fc.constantFrom(0, 0.3),
    delay: fc.constantFrom(0, 180_000, 20 * 60_000),
    shuffle: fc.boolean(),
    drop,
  });
  return fc.record({ acts: fc.array(fc.record({ act, pause }), { minLength: 4, maxLength: 18 }), plan });
}

function pick<Item>(items: readonly Item[], at: number): Item | null {
  return items[at % Math.max(1, items.length)] ?? null;
}

const STATUSES = [
  ['To Do', 'new'],
  ['In Progress', 'indeterminate'],
  ['In Review', 'indeterminate'],
  ['Done', 'done'],
] as const;

/** What acts may choose from. */
class Choices {
  readonly #site: Sandbox['site'];
  readonly #projectIds: readonly string[];

  constructor({ site }: Sandbox, projectIds: readonly string[]) {
    this.#site = site;
    this.#projectIds = projectIds;
  }

  projects(): readonly Project[] {
    return this.#site.projects().filter(({ id }) => this.#projectIds.includes(id));
  }

  issues(archived = false): readonly Issue[] {
    return this.projects()
      .filter((project) => project.archived !== true)
      .flatMap(({ id }) => this.#site.issues(id, { offset: 0, limit: 1_000 }).issues)
      .filter(({ archivedAt }) => ((archivedAt ?? null) !== null) === archived);
  }

  versions() {
    return this.projects().flatMap(({ id }) => this.#site.versions(id));
  }

  binned(): readonly string[] {
    const there = new Set(this.projects().map(({ id }) => id));
    return this.#projectIds.filter((id) => !there.has(id));
  }
}

interface Chosen {
  readonly site: Sandbox['site'];
  readonly choices: Choices;
  readonly act: Act;
}

type IssueAct = (issue: Issue, chosen: Chosen) => unknown;
type ProjectAct = (project: Project, chosen: Chosen) => unknown;

/** On an issue that is not archived. */
const ISSUE_ACTS: Partial<Record<Act['kind'], IssueAct>> = {
  update: ({ id }, { site, act: { other } }) =>
    site.updateIssue(id, {
      summary: `Said otherwise ${other}`,
      priority: other % 2 === 0 ? 'High' : 'Low',
      dueDate: `2027-03-${10 + (other % 20)}`,
      timeSpentSeconds: other * 60,
    }),
  status: ({ id }, { site, act }) => {
    const [status, statusCategory] = STATUSES[act.other % STATUSES.length] ?? STATUSES[0];
    return site.updateIssue(id, { status, statusCategory });
  },
  giveVersion: ({ id, projectId }, { site, act }) => {
    const version = pick(site.versions(projectId), act.other);
    return version && site.updateIssue(id, { fixVersions: [version.name] });
  },
  move: ({ id, projectId }, { site, choices, act }) => {
    const target = pick(choices.projects(), act.other);
    return target?.archived !== true && target?.id !== projectId && target && site.moveIssue(id, target.id);
  },
  archive: ({ id }, { site }) => site.archiveIssue(id),
  delete: ({ id }, { site }) => site.deleteIssue(id),
  link: ({ id, key }, { site, choices, act }) => {
    const other = pick(choices.issues(), act.other);
    const linked = site.links(id).some(({ otherKey }) => otherKey === other?.key);
    return other && other.id !== id && !linked && site.addLink({ type: 'Blocks', from: key, to: other.key });
  },
  unlink: ({ id }, { site, act }) => {
    const link = pick(site.links(id), act.other);
    if (link !== null) site.removeLink(link.id);
  },
  createBelow: ({ key, subtask, projectId }, { site, act }) =>
    !subtask &&
    site.createIssue({
      project: projectId,
      summary: `Part ${act.other}`,
      type: 'Sub-task',
      subtask: true,
      parentKey: key,
    }),
};

/** On a project that is not archived. */
const PROJECT_ACTS: Partial<Record<Act['kind'], ProjectAct>> = {
  create: ({ id }, { site, act }) => site.createIssue({ project: id, summary: `New ${act.other}` }),
  createVersion: ({ id }, { site, act }) => site.createVersion({ project: id, name: `v${act.one}.${act.other}` }),
  binProject: ({ id }, { site, choices }) => choices.projects().length > 1 && site.deleteProject(id),
  archiveProject: ({ id }, { site, choices }) => choices.projects().length > 1 && site.archiveProject(id),
};

const OTHER_ACTS: Partial<Record<Act['kind'], (chosen: Chosen) => unknown>> = {
  unarchive: ({ site, choices, act }) => {
    const issue = pick(choices.issues(true), act.one);
    return issue && site.unarchiveIssue(issue.id);
  },
  updateVersion: ({ site, choices, act: { one, other } }) => {
    const version = pick(choices.versions(), one);
    return version && site.updateVersion(version.id, { released: other % 2 === 0, name: `r${one}.${other}` });
  },
  deleteVersion: ({ site, choices, act }) => {
    const version = pick(choices.versions(), act.one);
    if (version !== null) site.deleteVersion(version.id);
  },
  restoreProject: ({ site, choices, act }) => {
    const binned = pick(choices.binned(), act.one);
    return binned !== null && site.restoreProject(binned);
  },
  unarchiveProject: ({ site, choices, act }) => {
    const archived = pick(
      choices.projects().filter((project) => project.archived === true),
      act.one,
    );
    return archived && site.unarchiveProject(archived.id);
  },
};

function perform(sandbox: Sandbox, choices: Choices, act: Act): void {
  const chosen = { site: sandbox.site, choices, act };
  const issue = pick(choices.issues(), act.one);
  const project = pick(
    choices.projects().filter(({ archived }) => archived !== true),
    act.one,
  );
  if (issue !== null) ISSUE_ACTS[act.kind]?.(issue, chosen);
  if (project !== null) PROJECT_ACTS[act.kind]?.(project, chosen);
  OTHER_ACTS[act.kind]?.(chosen);
}

async function wait(sandbox: Sandbox, pause: Pause): Promise<void> {
  if (pause === 'none') return;
  sandbox.clock.advance(pause === 'hour' ? 60 * 60_000 : 4 * 60_000);
  await sandbox.events.deliverDue();
  if (pause === 'sync') await sandbox.runSchedule('mirror-sync');
  if (pause === 'hour') await sandbox.runSchedule('hourly');
}

/** Lets the history happen, with the deliveries as it plans them. */
export async function happen(sandbox: Sandbox, projectIds: readonly string[], history: SiteHistory): Promise<void> {
  sandbox.events.plan(history.plan);
  for (const { act, pause } of history.acts) {
    const choices = new Choices(sandbox, projectIds);
    sandbox.clock.advance(1_000);
    perform(sandbox, choices, act);
    await wait(sandbox, pause);
  }
  await sandbox.events.deliverAll();
  sandbox.events.plan(null);
}
