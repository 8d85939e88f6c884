import { sql } from 'kysely';
import type { Erasables, Projections } from '../../application/ports';
import type { Client } from '../../domain/contacts/client';
import type { Contact } from '../../domain/contacts/contact';
import { dueAt, isOpen } from '../../domain/feedback/feedback';
import type { Feedback } from '../../domain/feedback/feedback';
import { db, execute } from './database';
import { DERIVED_TABLES, unfounded } from './derivedTables';
import type { DerivedTable } from './derivedTables';
import { saveChange } from './sqlChangeProjection';
import type { ClientTable, ContactTable, Database, FeedbackTable } from './schema';
import { searchName } from './searchName';
import { upsertUnlessOlder } from './upsert';

type Names = ReadonlyMap<string, string>;

function nameOf(names: Names, item: Client | Contact): string | null {
  const name = names.get(item.name.ref);
  return name === undefined ? null : searchName(name);
}

function clientRow(client: Client, names: Names): ClientTable {
  return {
    id: client.id,
    project_id: client.projectId,
    name_ref: client.name.ref,
    search_name: client.erased ? null : nameOf(names, client),
    version: client.version,
  };
}

function contactRow(contact: Contact, names: Names): ContactTable {
  return {
    id: contact.id,
    project_id: contact.projectId,
    client_id: contact.clientId,
    name_ref: contact.name.ref,
    search_name: contact.erased ? null : nameOf(names, contact),
    erased: contact.erased ? 1 : 0,
    version: contact.version,
  };
}

/** An entry with nothing but the name it was added with needs no row of its own. */
function isPlain({ version, ...entry }: Client | Contact): boolean {
  const more = 'details' in entry ? [entry.details, entry.account] : [entry.timeZone, entry.calendar];
  return version === 1 && more.every((value) => value === null);
}

function clientEntryRow(client: Client): Database['client_entry'] {
  return {
    id: client.id,
    project_id: client.projectId,
    time_zone: client.timeZone,
    calendar: client.calendar === null ? null : JSON.stringify(client.calendar),
    archived: client.archived ? 1 : 0,
    erased: client.erased ? 1 : 0,
    merged_into: client.mergedInto,
    version: client.version,
  };
}

function contactEntryRow(contact: Contact): Database['contact_entry'] {
  return {
    id: contact.id,
    project_id: contact.projectId,
    details_ref: contact.details?.ref ?? null,
    account_ref: contact.account?.ref ?? null,
    archived: contact.archived ? 1 : 0,
    merged_into: contact.mergedInto,
    version: contact.version,
  };
}

function feedbackRow(feedback: Feedback): FeedbackTable {
  return {
    id: feedback.id,
    project_id: feedback.projectId,
    issue_id: feedback.issueId,
    state: feedback.state,
    kind: feedback.kind,
    importance: feedback.importance,
    channel: feedback.channel,
    contact_id: feedback.contactId,
    text_ref: feedback.text.ref,
    said_on: feedback.saidOn,
    recorded_at: feedback.recordedAt,
    recorded_by: feedback.recordedBy.ref,
    updated_at: feedback.updatedAt,
    handled_by: feedback.handledBy.ref,
    respond_by: feedback.respondBy,
    resolve_by: feedback.resolveBy,
    responded_at: feedback.respondedAt,
    closed_at: feedback.closedAt,
    is_open: isOpen(feedback) ? 1 : 0,
    due_at: dueAt(feedback),
    merged_into: feedback.mergedInto,
    version: feedback.version,
  };
}

async function saveAll<Table extends DerivedTable>(
  table: Table,
  [first, ...others]: readonly Database[Table][],
): Promise<void> {
  if (first !== undefined) await execute(upsertUnlessOlder(table, [first, ...others]));
}

/**
 * Derived rows in Forge SQL. What others stand on comes first: where a row is up to date, so are those that it names,
 * and where a contact's or client's is, so is its entry.
 */
export function sqlProjections(erasables: Pick<Erasables, 'read'>): Projections {
  return {
    async save({ feedback, changes, contacts, clients }) {
      const named = [...clients.values(), ...contacts.values()];
      const names: Names = named.length === 0 ? new Map() : await erasables.read(named.map((item) => item.name.ref));
      await saveAll('client_entry', [...clients.values()].filter((each) => !isPlain(each)).map(clientEntryRow));
      await saveAll('contact_entry', [...contacts.values()].filter((each) => !isPlain(each)).map(contactEntryRow));
      await saveAll(
        'client',
        [...clients.values()].map((client) => clientRow(client, names)),
      );
      await saveAll(
        'contact',
        [...contacts.values()].map((contact) => contactRow(contact, names)),
      );
      await saveAll('feedback', [...feedback.values()].map(feedbackRow));
      for (const change of changes.values()) await saveChange(change);
    },

    async dropUnfounded(projectId) {
      for (const table of DERIVED_TABLES) {
        const drop = sql`DELETE FROM ${sql.table(table)} WHERE ${unfounded(table, projectId)}`;
        await execute({ compile: () => drop.compile(db) });
      }
    },
  };
}
