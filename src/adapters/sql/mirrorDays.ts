import { sql } from 'kysely';
import type { Compilable } from 'kysely';
import { z } from 'zod';
import type { MirrorStore } from '../../application/mirror/ports';
import { dayOf } from '../../domain/mirror/days';
import type { CategoryCounts } from '../../domain/mirror/days';
import { STATUS_CATEGORIES } from '../../domain/mirror/issue';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';
import { takeWhere, upsert } from './mirrorUpsert';

type Days = Pick<MirrorStore, 'saveHistory' | 'stepsByDay' | 'saveDays' | 'countsByCategory' | 'counts'>;

const category = z.enum(STATUS_CATEGORIES);
const stepsRow = z.object({
  day: z.string(),
  previous: category.nullable(),
  category,
  count: wholeNumber,
});
const countRow = z.object({ project_id: z.string(), status_category: category, count: wholeNumber });
const totalRow = z.object({ count: wholeNumber });
const waitingRow = totalRow.extend({ first: z.string().nullable() });
const ROWS_PER_STATEMENT = 500;

function inBatches<Item>(items: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  for (let start = 0; start < items.length; start += ROWS_PER_STATEMENT) {
    batches.push(items.slice(start, start + ROWS_PER_STATEMENT));
  }
  return batches;
}

/** The instant in a UUID of version 7, in milliseconds since 1970. */
function instantOf(mark: string): number {
  return Number.parseInt(mark.replaceAll('-', '').slice(0, 12), 16);
}

async function total(statement: Compilable): Promise<number> {
  const [row] = await select(statement, totalRow);
  return row?.count ?? 0;
}

/** How issues went through the categories, and how each day ended, in Forge SQL. */
export const mirrorDays: Days = {
  async saveHistory(issues, steps) {
    const rows = steps.map(({ issueId, changeId, at, previous, category: entered }) => ({
      issue_id: issueId,
      change_id: changeId,
      at,
      day: dayOf(at),
      previous,
      category: entered,
    }));
    for (const batch of inBatches(rows)) {
      const replaced = upsert('mirror_change', batch, {
        previous: sql`VALUES(previous)`,
        category: sql`VALUES(category)`,
      });
      if (replaced !== null) await execute(replaced);
    }
    if (issues.length === 0) return;
    const read = sql.join(
      issues.map(({ id, updated }) => sql`WHEN ${id} THEN ${updated}`),
      sql` `,
    );
    const until = db.updateTable('mirror_issue').set({ history_of: sql<number>`CASE id ${read} ELSE history_of END` });
    await execute(
      until.where(
        'id',
        'in',
        issues.map(({ id }) => id),
      ),
    );
  },

  stepsByDay(projectId) {
    const steps = db
      .selectFrom('mirror_issue as i')
      .innerJoin('mirror_change as c', 'c.issue_id', 'i.id')
      .where('i.project_id', '=', projectId)
      .where('i.gone', '=', 0)
      .select(['c.day', 'c.previous', 'c.category', sql<number>`COUNT(*)`.as('count')])
      .groupBy(['c.day', 'c.previous', 'c.category']);
    return select(steps, stepsRow);
  },

  async saveDays(projectId, days, live) {
    const rows = days.map(({ day, counts }) => ({
      project_id: projectId,
      day,
      new_count: counts.new,
      indeterminate_count: counts.indeterminate,
      done_count: counts.done,
      live: live ? 1 : 0,
    }));
    const taken = takeWhere(sql`VALUES(live) >= live`, ['new_count', 'indeterminate_count', 'done_count']);
    for (const batch of inBatches(rows)) {
      const statement = upsert('mirror_day', batch, { ...taken, live: sql`GREATEST(live, VALUES(live))` });
      if (statement !== null) await execute(statement);
    }
  },

  async countsByCategory() {
    const counted = db
      .selectFrom('mirror_issue')
      .where('gone', '=', 0)
      .select(['project_id', 'status_category', sql<number>`COUNT(*)`.as('count')])
      .groupBy(['project_id', 'status_category']);
    const counts = new Map<string, CategoryCounts>();
    for (const row of await select(counted, countRow)) {
      const before = counts.get(row.project_id) ?? { new: 0, indeterminate: 0, done: 0 };
      counts.set(row.project_id, { ...before, [row.status_category]: row.count });
    }
    return counts;
  },

  async counts(projectId) {
    const count = sql<number>`COUNT(*)`.as('count');
    const living = db.selectFrom('mirror_issue').where('project_id', '=', projectId).where('gone', '=', 0);
    const ids = living.select('id');
    const links = db.selectFrom('mirror_link').where('gone', '=', 0).where('source_id', 'in', ids);
    const versions = db.selectFrom('mirror_version').where('project_id', '=', projectId);
    const waiting = db.selectFrom('mirror_dirty').select([count, sql<string | null>`MIN(mark)`.as('first')]);
    const [issueCount, linkCount, versionCount, [queue]] = await Promise.all([
      total(living.select(count)),
      total(links.select(count)),
      total(versions.select(count)),
      select(waiting, waitingRow),
    ]);
    const first = queue?.first ?? null;
    return {
      issues: issueCount,
      links: linkCount,
      versions: versionCount,
      waiting: queue?.count ?? 0,
      waitingSince: first === null ? null : instantOf(first),
    };
  },
};
