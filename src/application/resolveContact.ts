import type { ContactChoice } from '../contract/feedbackProcedures';
import { addClient } from '../domain/contacts/client';
import { addContact } from '../domain/contacts/contact';
import { foldItems } from '../domain/events';
import type { Attempt } from './attempt';
import type { DomainDecision } from './commit';
import type { Outside } from './ports';
import { Refusal } from './refusal';

/** Where a contact is chosen. */
export interface ContactScope {
  readonly projectId: string;
  readonly issueId: string;
}

/** The chosen contact, with the decisions that enter it into the register if it is new. */
interface ResolvedContact {
  readonly contactId: string;
  readonly decisions: readonly DomainDecision[];
}

async function requireContact(outside: Outside, scope: ContactScope, id: string): Promise<ResolvedContact> {
  const contact = foldItems(await outside.journal.itemEvents([id])).contacts.get(id);
  if (contact?.projectId !== scope.projectId) throw new Refusal('CONTACT_NOT_FOUND');
  if (contact.erased) throw new Refusal('CONTACT_ERASED');
  if (contact.mergedInto !== null) return requireContact(outside, scope, contact.mergedInto);
  return { contactId: id, decisions: [] };
}

async function requireClient(outside: Outside, scope: ContactScope, id: string): Promise<string> {
  const client = foldItems(await outside.journal.itemEvents([id])).clients.get(id);
  if (client?.projectId !== scope.projectId || client.erased) throw new Refusal('CLIENT_NOT_FOUND');
  return client.mergedInto ?? id;
}

type NewContact = Extract<ContactChoice, { name: string }>;

async function findOrAdd(outside: Outside, scope: ContactScope, choice: NewContact, attempt: Attempt) {
  const { client } = choice;
  const known =
    'id' in client
      ? await requireClient(outside, scope, client.id)
      : await outside.contactViews.findClientByName(scope.projectId, client.name);
  const same = known === null ? null : await outside.contactViews.findContactByName(known, choice.name);
  if (same !== null) return { contactId: same, decisions: [] };

  const decisions: DomainDecision[] = [];
  const clientId = known ?? outside.newId();
  if (known === null && 'name' in client) {
    decisions.push(addClient({ ...scope, id: clientId, name: attempt.keep('name', client.name) }));
  }
  const contactId = outside.newId();
  decisions.push(addContact({ ...scope, id: contactId, name: attempt.keep('name', choice.name) }, clientId));
  return { contactId, decisions };
}

/**
 * Finds the contact that was chosen, or enters a new one. A new name that is already registered with the same client
 * means that contact: two people typing the same name make one entry.
 *
 * @throws Refusal `CONTACT_NOT_FOUND`, `CONTACT_ERASED` or `CLIENT_NOT_FOUND`
 */
export async function resolveContact(
  outside: Outside,
  scope: ContactScope,
  choice: ContactChoice,
  attempt: Attempt,
): Promise<ResolvedContact> {
  return 'id' in choice ? requireContact(outside, scope, choice.id) : findOrAdd(outside, scope, choice, attempt);
}
