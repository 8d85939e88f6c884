import { sql } from 'kysely';
import type { Compilable } from 'kysely';
import { z } from 'zod';
import type { KnownIssue, MirrorStore } from '../../application/mirror/ports';
import type { MirroredIssue } from '../../domain/mirror/issue';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';
import type { MirrorIssueTable } from './mirrorSchema';
import { UNLESS_ISSUE_NEWER, unlessReadLater, upsert } from './mirrorUpsert';

type Issues = Pick<
  MirrorStore,
  'known' | 'save' | 'issuesGone' | 'issuesOfProjectGone' | 'seen' | 'present' | 'saveVersions' | 'forget'
>;

const knownRow = z
  .object({ id: z.string(), gone: wholeNumber, fetched_at: wholeNumber, history_of: wholeNumber })
  .transform((row): KnownIssue => ({
    id: row.id,
    gone: row.gone === 1,
    fetchedAt: row.fetched_at,
    historyOf: row.history_of,
  }));
const idRow = z.object({ id: z.string() });
const GONE = { gone: 1, summary: '' };
/** More in one statement would take more memory than the platform gives it. */
const ROWS_PER_STATEMENT = 5_000;

function issueRow(issue: MirroredIssue, gone: boolean, fetchedAt: number): MirrorIssueTable {
  return {
    id: issue.id,
    project_id: issue.projectId,
    issue_key: issue.key,
    type: issue.type,
    status: issue.status,
    status_category: issue.statusCategory,
    priority: issue.priority,
    parent_id: issue.parentId,
    summary: gone ? '' : issue.summary,
    created: issue.created,
    updated: issue.updated,
    resolved: issue.resolved,
    due: issue.due,
    original_seconds: issue.originalSeconds,
    remaining_seconds: issue.remainingSeconds,
    spent_seconds: issue.spentSeconds,
    versions: JSON.stringify(issue.versionIds),
    components: JSON.stringify(issue.components.map(({ id }) => id).toSorted()),
    gone: gone ? 1 : 0,
    fetched_at: fetchedAt,
    seen_at: fetchedAt,
    history_of: 0,
  };
}

async function executeIfAny(statement: Compilable | null): Promise<void> {
  if (statement !== null) await execute(statement);
}

/** Links of the issues that were last seen before the instant exist no more. */
async function endLinks(issueIds: readonly string[], fetchedAt: number): Promise<void> {
  await execute(
    db
      .updateTable('mirror_link')
      .set({ gone: 1, fetched_at: fetchedAt })
      .where((by) => by.or([by('source_id', 'in', issueIds), by('destination_id', 'in', issueIds)]))
      .where('gone', '=', 0)
      .where('fetched_at', '<', fetchedAt),
  );
}

async function saveLinks(issues: readonly MirroredIssue[], fetchedAt: number): Promise<void> {
  if (issues.length === 0) return;
  const types = new Map(issues.flatMap(({ linkTypes }) => linkTypes.map((type) => [type.id, type])));
  const typeRows = [...types.values()].map((type) => ({ ...type, fetched_at: fetchedAt }));
  await executeIfAny(upsert('mirror_link_type', typeRows, unlessReadLater(['name', 'outward', 'inward'])));
  const links = new Map(issues.flatMap((issue) => issue.links.map((link) => [link.id, link])));
  const rows = [...links.values()].map(({ id, typeId, sourceId, destinationId }) => ({
    id,
    type_id: typeId,
    source_id: sourceId,
    destination_id: destinationId,
    gone: 0,
    fetched_at: fetchedAt,
  }));
  const kept = unlessReadLater(['type_id', 'source_id', 'destination_id', 'gone']);
  await executeIfAny(upsert('mirror_link', rows, kept));
  await endLinks(
    issues.map(({ id }) => id),
    fetchedAt,
  );
}

/** Jira tells of no renaming: every issue that is read brings the name of now. */
async function saveComponents(issues: readonly MirroredIssue[], fetchedAt: number): Promise<void> {
  const rows = issues.flatMap(({ projectId, components }) =>
    components.map(({ id, name }) => ({ id, project_id: projectId, name, fetched_at: fetchedAt })),
  );
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()];
  await executeIfAny(upsert('mirror_component', distinct, unlessReadLater(['project_id', 'name'])));
}

/** Issues, links, versions and components in Forge SQL. */
export const mirrorIssues: Issues = {
  async known(ids) {
    const found = db.selectFrom('mirror_issue').select(['id', 'gone', 'fetched_at', 'history_of']);
    const rows = ids.length === 0 ? [] : await select(found.where('id', 'in', ids), knownRow);
    return new Map(rows.map((row) => [row.id, row]));
  },

  async save(issues, mirrored, fetchedAt) {
    if (issues.length === 0) return;
    const lives = (issue: MirroredIssue) => mirrored.has(issue.projectId) && !issue.archived;
    const rows = issues.map((issue) => issueRow(issue, !lives(issue), fetchedAt));
    await executeIfAny(upsert('mirror_issue', rows, UNLESS_ISSUE_NEWER));
    await saveComponents(issues.filter(lives), fetchedAt);
    await saveLinks(issues.filter(lives), fetchedAt);
  },

  async issuesGone(ids, fetchedAt) {
    const gone = db.updateTable('mirror_issue').set({ ...GONE, fetched_at: fetchedAt });
    await execute(gone.where('id', 'in', ids).where('fetched_at', '<=', fetchedAt));
    await endLinks(ids, fetchedAt);
  },

  async issuesOfProjectGone(projectId, fetchedAt) {
    const living = db.selectFrom('mirror_issue').select('id').where('project_id', '=', projectId).where('gone', '=', 0);
    const gone = db.updateTable('mirror_issue').set({ ...GONE, fetched_at: fetchedAt });
    while ((await select(living.limit(1), idRow)).length > 0) {
      await execute(gone.where('project_id', '=', projectId).where('gone', '=', 0).limit(ROWS_PER_STATEMENT));
    }
  },

  async seen(ids, at) {
    await execute(db.updateTable('mirror_issue').set({ seen_at: at }).where('id', 'in', ids));
  },

  async present(projectId, ids) {
    const living = db.selectFrom('mirror_issue').select('id').where('project_id', '=', projectId).where('gone', '=', 0);
    return new Set((await select(living.where('id', 'in', ids), idRow)).map(({ id }) => id));
  },

  async saveVersions(projectId, versions, fetchedAt, mark) {
    const rows = versions.map(({ id, name, released, archived, releaseDate }) => ({
      id,
      project_id: projectId,
      name,
      released: released ? 1 : 0,
      archived: archived ? 1 : 0,
      release_date: releaseDate,
      fetched_at: fetchedAt,
    }));
    const facts = ['project_id', 'name', 'released', 'archived', 'release_date'];
    await executeIfAny(upsert('mirror_version', rows, unlessReadLater(facts)));
    const lost = db.selectFrom('mirror_version').select('id').where('project_id', '=', projectId);
    for (const { id } of await select(lost.where('fetched_at', '<', fetchedAt), idRow)) {
      const holders = sql`INSERT INTO mirror_dirty (issue_id, mark) SELECT id, ${mark} FROM mirror_issue
        WHERE project_id = ${projectId} AND gone = 0 AND versions LIKE ${`%"${id}"%`}
        ON DUPLICATE KEY UPDATE mark = VALUES(mark)`;
      await execute({ compile: () => holders.compile(db) });
      const own = db.deleteFrom('mirror_version').where('id', '=', id);
      await execute(own.where('fetched_at', '<', fetchedAt));
    }
  },

  async forget(before) {
    const gone = (table: 'mirror_issue' | 'mirror_link') =>
      db.deleteFrom(table).where('gone', '=', 1).where('fetched_at', '<', before).limit(ROWS_PER_STATEMENT);
    await execute(gone('mirror_issue'));
    await execute(gone('mirror_link'));
  },
};
