import { sql } from 'kysely';
import { isOpenChange } from '../../contract/changeLifecycle';
import { tierOfChange } from '../../domain/change/change';
import type { Change } from '../../domain/change/change';
import type { ChangeIssueTable, ChangeRequestTable } from './changeSchema';
import { db, execute } from './database';
import { upsertUnlessOlder } from './upsert';

function requestRow(change: Change): ChangeRequestTable {
  const { actual } = change;
  return {
    id: change.id,
    project_id: change.projectId,
    issue_id: change.issueId,
    number: change.number,
    state: change.state,
    is_open: isOpenChange(change.state) ? 1 : 0,
    title_ref: change.title.ref,
    tier: tierOfChange(change),
    urgency: change.urgency,
    valid_until: change.validUntil,
    requested_by: change.requestedBy,
    decider: change.decision?.decider ?? null,
    feedback_id: change.feedbackId,
    raised_at: change.raisedAt,
    raised_by: change.raisedBy.ref,
    updated_at: change.updatedAt,
    handled_by: change.handledBy.ref,
    verified_at: actual?.at ?? null,
    actual: actual === null ? null : JSON.stringify(actual),
    issues_version: change.issuesVersion,
    version: change.version,
  };
}

function setsOf({ requirements, frozen }: Change) {
  return { concerned: requirements, affected: frozen?.affected ?? [] };
}

function issueRows(change: Change): readonly ChangeIssueTable[] {
  return Object.entries(setsOf(change)).flatMap(([role, issues]) =>
    issues.map((issueId) => ({
      change_id: change.id,
      role,
      issue_id: issueId,
      project_id: change.projectId,
      version: change.issuesVersion,
    })),
  );
}

/** Rows of sets that were once, and such as nobody derived. */
async function dropOthers(change: Change): Promise<void> {
  const own = Object.entries(setsOf(change)).flatMap(([role, issues]) =>
    issues.length === 0 ? [] : [sql`(role = ${role} AND issue_id IN (${sql.join(issues)}))`],
  );
  const drop = sql`DELETE FROM change_issue WHERE change_id = ${change.id}
    AND version <= ${change.issuesVersion} AND NOT (${sql.join(own, sql` OR `)})`;
  await execute({ compile: () => drop.compile(db) });
}

/**
 * Derives the rows of a change request. Those of its sets come first: where its own row is up to date, so are they. What
 * a slower writer adds of an older version, readers pass over.
 */
export async function saveChange(change: Change): Promise<void> {
  const [first, ...others] = issueRows(change);
  if (first !== undefined) await execute(upsertUnlessOlder('change_issue', [first, ...others]));
  await execute(upsertUnlessOlder('change_request', [requestRow(change)]));
  await dropOthers(change);
}
