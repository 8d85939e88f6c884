import { z } from 'zod';
import type { IssueFacts, Relation } from '../../application/summary/ports';
import { CHANGE_STATES } from '../../contract/changeVocabulary';
import { TIERS } from '../../contract/settings';
import { STATUS_CATEGORIES } from '../../domain/mirror/issue';
import { wholeNumber } from './columns';

/** A list as JSON; null where an aggregate found nothing. */
const list = z
  .string()
  .nullable()
  .transform((text) => z.array(z.string().nullable()).parse(JSON.parse(text ?? '[]')))
  .transform((values) => values.flatMap((value) => value ?? []));
const instant = wholeNumber;

/** `<issue>/<number>/<state>/<tier>` */
const changes = list.transform((values) =>
  values.map((value) => {
    const [issueId = '', number = '', state, tier] = value.split('/');
    return { issueId, number: Number(number), state: z.enum(CHANGE_STATES).parse(state), tier: tierOf(tier) };
  }),
);

function tierOf(text: string | undefined) {
  return TIERS.find((tier) => tier === text) ?? null;
}

const REF = 36;
/** The reference, then the name where it is not erased. */
const clients = list.transform((values) =>
  values.map((value) => ({ ref: value.slice(0, REF), name: value.length > REF ? value.slice(REF) : null })),
);

export const issueRow = z
  .object({
    id: z.string(),
    issue_key: z.string(),
    project_id: z.string(),
    type: z.string(),
    status: z.string(),
    status_category: z.enum(STATUS_CATEGORIES),
    summary: z.string(),
    created: instant,
    resolved: instant.nullable(),
    due: z.string().nullable(),
    versions: list,
    components: list,
    parent_id: z.string().nullable(),
    parent_key: z.string().nullable(),
    parent_summary: z.string().nullable(),
    clients,
    changes,
    open_feedback: wholeNumber,
    overdue_feedback: wholeNumber,
    total: wholeNumber,
  })
  .transform(({ total, ...row }): { readonly total: number; readonly issue: IssueFacts } => ({
    total,
    issue: {
      id: row.id,
      key: row.issue_key,
      projectId: row.project_id,
      type: row.type,
      status: row.status,
      statusCategory: row.status_category,
      summary: row.summary,
      created: row.created,
      resolved: row.resolved,
      due: row.due,
      versionIds: row.versions,
      componentIds: row.components,
      parent:
        row.parent_id === null || row.parent_key === null
          ? null
          : { id: row.parent_id, key: row.parent_key, summary: row.parent_summary ?? '' },
      clients: row.clients,
      openFeedback: row.open_feedback,
      overdueFeedback: row.overdue_feedback,
      changes: row.changes,
    },
  }));

export const relationRow = z
  .object({
    type: z.string().nullable(),
    source_id: z.string(),
    destination_id: z.string(),
    source_category: z.string(),
    destination_category: z.string(),
  })
  .transform((row): Relation => ({
    type: row.type,
    sourceId: row.source_id,
    destinationId: row.destination_id,
    sourceDone: row.source_category === 'done',
    destinationDone: row.destination_category === 'done',
  }));

const category = z.enum(STATUS_CATEGORIES);

/** Versions, components and steps come from one statement. */
export const detailRow = z.union([
  z
    .object({ kind: z.literal('version'), a: z.string(), b: z.string(), c: z.string().nullable(), n: wholeNumber })
    .transform(({ a: id, b: name, c: releaseDate, n }) => ({ version: { id, name, releaseDate, released: n === 1 } })),
  z
    .object({ kind: z.literal('component'), a: z.string(), b: z.string() })
    .transform(({ a: id, b: name }) => ({ component: { id, name } })),
  z
    .object({ kind: z.literal('step'), a: z.string(), b: category, c: category.nullable(), n: wholeNumber })
    .transform(({ a: day, b, c: previous, n: count }) => ({ step: { day, category: b, previous, count } })),
]);
