import { z } from 'zod';
import { CHANNELS, FEEDBACK_KINDS, FEEDBACK_STATES, IMPORTANCES, MOVE_TARGETS } from '../../contract/vocabulary';
import type { DomainEvent } from '../../domain/events';
import type { FoundEvent } from '../../domain/journal/found';
import { CHANGE_EVENTS } from './changeEventShapes';
import { wholeNumber } from './columns';
import { kindOfEvent, place, ref } from './eventShape';
import { REGISTER_EVENTS } from './registerEventShapes';
import type { JournalTable } from './schema';

const due = { respondBy: z.number(), resolveBy: z.number().nullable() };
const state = z.enum(FEEDBACK_STATES);
const content = {
  text: ref,
  kind: z.enum(FEEDBACK_KINDS),
  importance: z.enum(IMPORTANCES),
  contactId: z.string(),
  channel: z.enum(CHANNELS),
  saidOn: z.string(),
};
const changes = z.object({
  text: content.text.exactOptional(),
  kind: content.kind.exactOptional(),
  importance: content.importance.exactOptional(),
  contactId: content.contactId.exactOptional(),
  channel: content.channel.exactOptional(),
  saidOn: content.saidOn.exactOptional(),
});

const editionFrozen = z.object({
  projectId: z.string(),
  pageId: z.string(),
  macroId: z.string(),
  number: z.number(),
  name: ref,
  note: ref.nullable(),
  date: z.string(),
  sha256: z.string(),
  requirements: z.number(),
  forEveryone: z.boolean(),
});

const archiveImported = z.object({
  projectId: z.string(),
  events: z.number(),
  head: z.string(),
  exportedAt: z.string(),
});

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const event = z.discriminatedUnion('type', [
  kindOfEvent(
    'feedback',
    'feedback.recorded',
    z.object({ ...content, ...due, projectId: z.string(), issueId: z.string(), timeZone: z.string() }),
  ),
  kindOfEvent('feedback', 'feedback.edited', z.object({ ...due, changes })),
  kindOfEvent(
    'feedback',
    'feedback.moved',
    z.object({ from: state, to: z.enum(MOVE_TARGETS), answer: ref.nullable() }),
  ),
  kindOfEvent('feedback', 'feedback.reopened', z.object({ ...due, from: state, reason: ref })),
  kindOfEvent('feedback', 'feedback.noted', z.object({ note: ref })),
  kindOfEvent('feedback', 'feedback.textsErased', z.object({ count: z.number() })),
  kindOfEvent('feedback', 'feedback.merged', z.object({ from: state, into: z.string() })),
  kindOfEvent('feedback', 'feedback.absorbed', z.object({ merged: z.string() })),
  kindOfEvent('feedback', 'feedback.unmerged', z.object({ to: state, outOf: z.string() })),
  kindOfEvent('feedback', 'feedback.released', z.object({ unmerged: z.string() })),
  kindOfEvent('feedback', 'feedback.raisedAsChange', z.object({ from: state, changeId: z.string() })),
  ...CHANGE_EVENTS,
  ...REGISTER_EVENTS,
  kindOfEvent(
    'settings',
    'settings.saved',
    z.object({ projectId: z.string(), choices: z.custom<object>(isPlainObject) }),
  ),
  kindOfEvent('edition', 'edition.frozen', editionFrozen),
  kindOfEvent('edition', 'edition.erased', z.object({ projectId: z.string() })),
  kindOfEvent('person', 'person.erased', z.object({ projectId: z.string(), person: ref })),
  kindOfEvent('archive', 'archive.imported', archiveImported),
]);

function parsed(body: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(body);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}

const columns = z.object({
  stream: z.string(),
  version: wholeNumber,
  item_type: z.string(),
  item_id: z.string(),
  item_version: wholeNumber,
  issue_id: z.string().nullable(),
  command_id: z.string(),
  command_index: wholeNumber,
  type: z.string(),
  at: wholeNumber,
  actor_ref: z.string(),
  actor_digest: z.string(),
  data: z.string().transform(parsed),
  previous_hash: z.string(),
  hash: z.string(),
});

/** All columns of an event's row. */
export const EVENT_COLUMNS: readonly string[] = [...Object.keys(columns.shape), 'attempt_id'];

function fields(row: z.output<typeof columns>) {
  return {
    stream: row.stream,
    version: row.version,
    itemType: row.item_type,
    itemId: row.item_id,
    itemVersion: row.item_version,
    issueId: row.issue_id,
    commandId: row.command_id,
    commandIndex: row.command_index,
    type: row.type,
    at: row.at,
    actor: { ref: row.actor_ref, digest: row.actor_digest },
    data: row.data,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** Reads a row of the journal as the event it holds. */
export const eventRow: z.ZodType<DomainEvent> = columns.transform(fields).pipe(event);

/** Whether this version of the app knows what an event of the type holds. */
export function isKnownEvent(found: FoundEvent): boolean {
  return event.safeParse(found).success;
}

/** Reads a row of the journal for looking whether it is what it was: nothing is left out, no type is expected. */
export const foundEventRow: z.ZodType<FoundEvent> = columns
  .transform(fields)
  .pipe(z.object({ ...place, itemType: z.string(), type: z.string(), data: z.custom<object>(isPlainObject) }));

/** The row that holds an event, whatever is in it. */
export function rowOf(from: FoundEvent, attemptId: string): JournalTable {
  return {
    stream: from.stream,
    version: from.version,
    item_type: from.itemType,
    item_id: from.itemId,
    item_version: from.itemVersion,
    issue_id: from.issueId,
    command_id: from.commandId,
    command_index: from.commandIndex,
    attempt_id: attemptId,
    type: from.type,
    at: from.at,
    actor_ref: from.actor.ref,
    actor_digest: from.actor.digest,
    data: JSON.stringify(from.data),
    previous_hash: from.previousHash,
    hash: from.hash,
  };
}

/** The row that holds an event of this version of the app. */
export function fromEvent(event: DomainEvent, attemptId: string): JournalTable {
  return rowOf(event, attemptId);
}
