import type { ProcedureInput } from '../../contract/procedures';
import { deleteClient as erase } from '../../domain/contacts/client';
import { eraseContact } from '../../domain/contacts/contact';
import { requireEntryVersion, requireUsable } from '../../domain/contacts/entry';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { absorbedBy, changeEntry, clientAmong, contactAmong, withAbsorbed } from './changeEntry';

/**
 * Takes a client out of the register that nobody belongs to. For administrators.
 *
 * @throws Refusal `CLIENT_IN_USE` while it has people, `CLIENT_NOT_FOUND`, `ENTRY_UNUSABLE`, `CONFLICT`
 */
export async function deleteClient(
  outside: Outside,
  viewer: Viewer,
  { commandId, projectId, clientId, expectedVersion }: ProcedureInput<'client.delete'>,
): Promise<{ clientId: string }> {
  await changeEntry(outside, viewer, {
    ...{ commandId, projectId, type: 'client.erased', entry: { client: clientId } },
    load: () => withAbsorbed(outside, [clientId]),
    decide: async (items) => {
      const client = clientAmong(items, projectId, clientId);
      requireUsable(client);
      requireEntryVersion(client, expectedVersion);
      if (await outside.registerViews.hasContacts(clientId)) throw new Refusal('CLIENT_IN_USE');
      return erase(client, absorbedBy(items.clients, client));
    },
  });
  return { clientId };
}

/**
 * Takes a person out of the register whom nothing names. For administrators.
 *
 * @throws Refusal `CONTACT_IN_USE` for whoever gave feedback, asked for a change or decided one; they can be archived,
 *   merged or erased. `CONTACT_NOT_FOUND`, `ENTRY_UNUSABLE`, `CONFLICT`
 */
export async function deleteContact(
  outside: Outside,
  viewer: Viewer,
  { commandId, projectId, contactId, expectedVersion }: ProcedureInput<'contact.delete'>,
): Promise<{ contactId: string }> {
  await changeEntry(outside, viewer, {
    ...{ commandId, projectId, type: 'contact.erased', entry: { contact: contactId } },
    load: () => withAbsorbed(outside, [contactId]),
    decide: async (items) => {
      const contact = contactAmong(items, projectId, contactId);
      requireUsable(contact);
      requireEntryVersion(contact, expectedVersion);
      const absorbed = absorbedBy(items.contacts, contact);
      const ids = [contact, ...absorbed].map(({ id }) => id);
      if (await outside.registerViews.isNamed(ids)) throw new Refusal('CONTACT_IN_USE');
      return eraseContact(contact, absorbed);
    },
  });
  return { contactId };
}
