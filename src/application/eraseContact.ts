import type { ProcedureInput } from '../contract/procedures';
import { eraseContact as erase } from '../domain/contacts/contacts';
import { foldItems } from '../domain/events';
import type { DomainEvent } from '../domain/events';
import { requireAdministrator } from './authorize';
import { commit } from './commit';
import type { Outside, Viewer } from './ports';
import { Refusal } from './refusal';

function requireContact(events: readonly DomainEvent[], contactId: string) {
  const contact = foldItems(events).contacts.get(contactId);
  if (contact === undefined) throw new Refusal('CONTACT_NOT_FOUND');
  return contact;
}

/**
 * Erases a contact's name for good; what they said stays. For administrators of the contact's project.
 *
 * @throws Refusal `CONTACT_NOT_FOUND` also for people who may not see the project, `NOT_ALLOWED` for its other users
 */
export async function eraseContact(
  outside: Outside,
  viewer: Viewer,
  { commandId, contactId }: ProcedureInput<'contact.erase'>,
): Promise<{ contactId: string }> {
  const load = () => outside.journal.itemEvents([contactId]);
  const { projectId } = requireContact(await load(), contactId);
  await requireAdministrator(outside.access, projectId, 'CONTACT_NOT_FOUND');
  await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'contact.erased',
    load,
    decide: (events) => Promise.resolve([erase(requireContact(events, contactId))]),
  });
  return { contactId };
}
