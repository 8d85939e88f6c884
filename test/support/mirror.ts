import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { idOfName } from '../../sandbox/names';
import type { Issue, Sandbox } from '../../sandbox/api';
import { wholeNumber } from '../../src/adapters/sql/columns';
import { anOpenIssue } from './issues';
import { PEOPLE } from './people';
import type { PreparedSandbox } from './sandbox';

const MINUTE = 60 * 1_000;
const text = z.string().nullable();
const number = wholeNumber.nullable();

const ids = z.string().transform((list) => z.array(z.string()).parse(JSON.parse(list)));
const issueRow = z.object({
  id: z.string(),
  project_id: z.string(),
  issue_key: z.string(),
  type: z.string(),
  status: z.string(),
  status_category: z.string(),
  priority: text,
  parent_id: text,
  summary: z.string(),
  created: wholeNumber,
  updated: wholeNumber,
  resolved: number,
  due: text,
  original_seconds: number,
  remaining_seconds: number,
  spent_seconds: number,
  versions: ids,
  components: ids,
});
const linkRow = z.object({ id: z.string(), type_id: z.string(), source_id: z.string(), destination_id: z.string() });
const linkTypeRow = z.object({ id: z.string(), name: z.string(), outward: z.string(), inward: z.string() });
const versionRow = z.object({
  id: z.string(),
  project_id: z.string(),
  name: z.string(),
  released: wholeNumber,
  release_date: text,
});

const componentRow = z.object({ id: z.string(), project_id: z.string(), name: z.string() });

/** What a mirror holds, in the same form whether read from the app's tables or made from the site itself. */
interface Mirrored {
  readonly issues: readonly z.output<typeof issueRow>[];
  readonly links: readonly z.output<typeof linkRow>[];
  readonly linkTypes: readonly z.output<typeof linkTypeRow>[];
  readonly versions: readonly z.output<typeof versionRow>[];
  /** Those of living issues. */
  readonly components: readonly z.output<typeof componentRow>[];
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => Number(a.id) - Number(b.id));
}

/** What the app's mirror holds. */
export async function mirrorOf(sandbox: Sandbox): Promise<Mirrored> {
  const query = (sql: string) => sandbox.query(sql);
  // A link counts where both its ends live.
  const living = 'SELECT id FROM mirror_issue WHERE gone = 0';
  const ends = `source_id IN (${living}) AND destination_id IN (${living})`;
  const links = `SELECT * FROM mirror_link WHERE gone = 0 AND ${ends}`;
  const linkRows = linkRow.array().parse(await query(links));
  const used = new Set(linkRows.map((link) => link.type_id));
  const types = linkTypeRow.array().parse(await query('SELECT * FROM mirror_link_type'));
  const versions = `SELECT v.* FROM mirror_version v, mirror_project p WHERE p.id = v.project_id AND p.state <> 'gone'`;
  const issues = byId(issueRow.array().parse(await query('SELECT * FROM mirror_issue WHERE gone = 0')));
  const inUse = new Set(issues.flatMap(({ components }) => components));
  const components = componentRow.array().parse(await query('SELECT * FROM mirror_component'));
  return {
    issues,
    components: byId(components.filter(({ id }) => inUse.has(id))),
    links: byId(linkRows),
    linkTypes: byId(types.filter(({ id }) => used.has(id))),
    versions: byId(versionRow.array().parse(await query(versions))),
  };
}

function instant(time: string | null): number | null {
  return time === null ? null : Date.parse(time);
}

function asRow(sandbox: Sandbox, issue: Issue): z.output<typeof issueRow> {
  return {
    id: issue.id,
    project_id: issue.projectId,
    issue_key: issue.key,
    type: issue.type,
    status: issue.status,
    status_category: issue.statusCategory,
    priority: issue.priority,
    parent_id: issue.parentKey === null ? null : (sandbox.site.findIssue(issue.parentKey)?.id ?? null),
    summary: issue.summary,
    created: Date.parse(issue.created),
    updated: Date.parse(issue.updated),
    resolved: instant(issue.resolved),
    due: issue.dueDate,
    original_seconds: issue.originalEstimateSeconds,
    remaining_seconds: issue.remainingEstimateSeconds,
    spent_seconds: issue.timeSpentSeconds,
    versions: issue.fixVersions.map(({ id }) => id).toSorted(),
    components: issue.components.map((name) => idOfName('component', name)).toSorted(),
  };
}

const isLiving = (issue: Issue | null): issue is Issue => issue !== null && (issue.archivedAt ?? null) === null;

/** What the mirror of these projects should hold, made from the site itself. */
export function siteOf(sandbox: Sandbox, projectIds: readonly string[]): Mirrored {
  const { site } = sandbox;
  const projects = site.projects().filter(({ id, archived }) => projectIds.includes(id) && archived !== true);
  const issues = projects.flatMap(({ id }) => site.issues(id, { offset: 0, limit: 100_000 }).issues).filter(isLiving);
  const links = new Map<string, z.output<typeof linkRow>>();
  for (const issue of issues) {
    for (const link of site.links(issue.id)) {
      const other = site.findIssue(link.otherKey);
      const lives = isLiving(other) && site.findProject(other.projectId)?.archived !== true;
      if (!lives) continue;
      const [source, destination] = link.direction === 'outward' ? [issue, other] : [other, issue];
      const type = idOfName('issueLinkType', link.type);
      links.set(link.id, { id: link.id, type_id: type, source_id: source.id, destination_id: destination.id });
    }
  }
  const components = new Map(
    issues.flatMap(({ projectId, components: names }) =>
      names.map((name) => {
        const id = idOfName('component', name);
        return [id, { id, project_id: projectId, name }];
      }),
    ),
  );
  const used = new Set([...links.values()].map((link) => link.type_id));
  const types = site
    .linkTypes()
    .map(({ name, outward, inward }) => ({ id: idOfName('issueLinkType', name), name, outward, inward }));
  return {
    issues: byId(issues.map((issue) => asRow(sandbox, issue))),
    components: byId([...components.values()]),
    links: byId([...links.values()]),
    linkTypes: byId(types.filter(({ id }) => used.has(id))),
    versions: byId(
      projects.flatMap(({ id: projectId }) =>
        site.versions(projectId).map(({ id, name, released, releaseDate }) => ({
          id,
          project_id: projectId,
          name,
          released: released ? 1 : 0,
          release_date: releaseDate,
        })),
      ),
    ),
  };
}

/** Asks for the project's mirror as its administrator, and lets the background work finish. */
export async function mirrorProject(app: PreparedSandbox, projectId: string): Promise<void> {
  const caller = { as: PEOPLE.admin, on: anOpenIssue(app.sandbox).id };
  await app.succeed('mirror.rebuild', { commandId: randomUUID(), projectId }, caller);
  await catchUp(app.sandbox);
}

/** Delivers what is on its way, and lets schedules and queue run until the app has read everything it noted. */
export async function catchUp(sandbox: Sandbox): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    await sandbox.events.deliverAll();
    await sandbox.queue.drain();
    sandbox.clock.advance(5 * MINUTE);
    await sandbox.runSchedule('mirror-sync');
    const noted = await sandbox.query('SELECT issue_id AS id FROM mirror_dirty');
    const working = await sandbox.query(
      `SELECT id FROM mirror_project WHERE phase <> 'none' OR refresh_mark IS NOT NULL`,
    );
    if (noted.length + working.length === 0) return;
  }
  throw new Error('The mirror did not come to rest');
}

/** Lets a day pass with its hourly upkeep, so that what no event told of is found. */
export async function letADayPass(sandbox: Sandbox): Promise<void> {
  for (const hours of [1, 1, 25, 1]) {
    sandbox.clock.advance(hours * 60 * MINUTE);
    await sandbox.runSchedule('hourly');
    await catchUp(sandbox);
  }
}
