import type { ProcedureInput } from '../../contract/procedures';
import type { ClientEntry, ContactEntry } from '../../contract/register';
import { archiveClient as archiveTheClient } from '../../domain/contacts/client';
import { archiveContact as archiveTheContact } from '../../domain/contacts/contact';
import { requireEntryVersion } from '../../domain/contacts/entry';
import type { Outside, Viewer } from '../ports';
import { changeEntry, clientAmong, clientEntry, contactAmong, contactEntry } from './changeEntry';

/**
 * Takes a client and its people out of what the panels offer, or back into it. For administrators.
 *
 * @throws Refusal `CLIENT_NOT_FOUND`, `ENTRY_UNUSABLE`, `CONFLICT`
 */
export async function archiveClient(
  outside: Outside,
  viewer: Viewer,
  { commandId, projectId, clientId, expectedVersion, archived }: ProcedureInput<'client.archive'>,
): Promise<ClientEntry> {
  await changeEntry(outside, viewer, {
    ...{ commandId, projectId, type: archived ? 'client.archived' : 'client.restored', entry: { client: clientId } },
    load: () => outside.journal.itemEvents([clientId]),
    decide: (items) => {
      const client = clientAmong(items, projectId, clientId);
      requireEntryVersion(client, expectedVersion);
      return [archiveTheClient(client, archived)];
    },
  });
  return clientEntry(outside, projectId, clientId);
}

/** The same for a person: `CONTACT_NOT_FOUND`. What they said shows them as before. */
export async function archiveContact(
  outside: Outside,
  viewer: Viewer,
  { commandId, projectId, contactId, expectedVersion, archived }: ProcedureInput<'contact.archive'>,
): Promise<ContactEntry> {
  await changeEntry(outside, viewer, {
    ...{ commandId, projectId, type: archived ? 'contact.archived' : 'contact.restored' },
    entry: { contact: contactId },
    load: () => outside.journal.itemEvents([contactId]),
    decide: (items) => {
      const contact = contactAmong(items, projectId, contactId);
      requireEntryVersion(contact, expectedVersion);
      return [archiveTheContact(contact, archived)];
    },
  });
  return contactEntry(outside, projectId, contactId);
}
