import type { ProcedureInput } from '../../contract/procedures';
import type { ClientEntry, ContactEntry } from '../../contract/register';
import { mergeClients as merge } from '../../domain/contacts/client';
import { mergeContacts as mergeThem } from '../../domain/contacts/contact';
import { requireEntryVersion } from '../../domain/contacts/entry';
import type { Outside, Viewer } from '../ports';
import {
  absorbedBy,
  changeEntry,
  clientAmong,
  clientEntry,
  contactAmong,
  contactEntry,
  withAbsorbed,
} from './changeEntry';

/**
 * Makes two entries of one client one; the people of the first belong to the second. For administrators.
 *
 * @returns the second
 * @throws Refusal `CLIENT_NOT_FOUND`, `ENTRY_UNUSABLE`, `CONFLICT`
 */
export async function mergeClients(
  outside: Outside,
  viewer: Viewer,
  { commandId, projectId, clientId, expectedVersion, intoId }: ProcedureInput<'client.merge'>,
): Promise<ClientEntry> {
  await changeEntry(outside, viewer, {
    ...{ commandId, projectId, type: 'client.merged', entry: { client: clientId } },
    load: () => withAbsorbed(outside, [clientId, intoId]),
    decide: (items) => {
      const client = clientAmong(items, projectId, clientId);
      const into = clientAmong(items, projectId, intoId);
      requireEntryVersion(client, expectedVersion);
      return merge(client, into, absorbedBy(items.clients, client));
    },
  });
  return clientEntry(outside, projectId, intoId);
}

/** The same for a person, whose feedback counts for the second: `CONTACT_NOT_FOUND`. */
export async function mergeContacts(
  outside: Outside,
  viewer: Viewer,
  { commandId, projectId, contactId, expectedVersion, intoId }: ProcedureInput<'contact.merge'>,
): Promise<ContactEntry> {
  await changeEntry(outside, viewer, {
    ...{ commandId, projectId, type: 'contact.merged', entry: { contact: contactId } },
    load: () => withAbsorbed(outside, [contactId, intoId]),
    decide: (items) => {
      const contact = contactAmong(items, projectId, contactId);
      const into = contactAmong(items, projectId, intoId);
      requireEntryVersion(contact, expectedVersion);
      return mergeThem(contact, into, absorbedBy(items.contacts, contact));
    },
  });
  return contactEntry(outside, projectId, intoId);
}
