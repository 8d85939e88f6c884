import type { FieldProblem } from '../../contract/errors';
import type { ProcedureInput } from '../../contract/procedures';
import type { ContactDetails, ContactEntry } from '../../contract/register';
import { addContact, editContact } from '../../domain/contacts/contact';
import type { Contact, ContactContent } from '../../domain/contacts/contact';
import { requireEntryVersion, requireUsable } from '../../domain/contacts/entry';
import type { Items } from '../../domain/events';
import type { Attempt } from '../attempt';
import type { DomainDecision } from '../commit';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { changeEntry, clientAmong, contactAmong, contactEntry } from './changeEntry';
import { keptDetails } from './keptDetails';

type Input = ProcedureInput<'contact.save'>;

function refuse(field: FieldProblem): never {
  throw new Refusal('INVALID_INPUT', { fields: [field] });
}

async function requireFreeName(outside: Outside, { clientId, name, contactId }: Input): Promise<void> {
  const holder = await outside.contactViews.findContactByName(clientId, name);
  if (holder !== null && holder !== contactId) refuse({ path: 'name', rule: 'taken' });
}

function detailsOf({ role, language, timeZone, channel, hours }: Input): ContactDetails {
  return { role, language, timeZone, channel, hours };
}

/** What is new is kept; what is known already is not written a second time. */
async function changesOf(outside: Outside, input: Input, contact: Contact, attempt: Attempt) {
  const refs = [contact.name, contact.account].flatMap((ref) => ref?.ref ?? []);
  const [known, [entry]] = await Promise.all([
    outside.erasables.read(refs),
    outside.registerViews.contacts(input.projectId, [contact.id]),
  ]);
  const { clientId, name, accountId } = input;
  const details = keptDetails(detailsOf(input), entry ?? null, attempt);
  const account = contact.account === null ? null : (known.get(contact.account.ref) ?? null);
  const changes: Partial<ContactContent> = {
    ...(clientId === contact.clientId ? {} : { clientId }),
    ...(known.get(contact.name.ref) === name ? {} : { name: attempt.keep('name', name) }),
    ...(details === undefined ? {} : { details }),
    ...(account === accountId ? {} : { account: accountId === null ? null : attempt.keep('account', accountId) }),
  };
  return changes;
}

async function decide(
  outside: Outside,
  input: Input,
  items: Items,
  attempt: Attempt,
): Promise<readonly DomainDecision[]> {
  const { projectId, contactId, clientId, name, accountId } = input;
  requireUsable(clientAmong(items, projectId, clientId));
  if (contactId === null) {
    await requireFreeName(outside, input);
    const entry = { id: outside.newId(), projectId, issueId: null, name: attempt.keep('name', name) };
    const details = keptDetails(detailsOf(input), null, attempt) ?? null;
    const account = accountId === null ? null : attempt.keep('account', accountId);
    return [addContact(entry, clientId, { details, account })];
  }
  const contact = contactAmong(items, projectId, contactId);
  requireEntryVersion(contact, input.expectedVersion);
  await requireFreeName(outside, input);
  return [editContact(contact, await changesOf(outside, input, contact, attempt))];
}

/**
 * Enters a person, or corrects what is known of them. Everything that tells about the person can be erased. For
 * administrators.
 *
 * @throws Refusal `INVALID_INPUT` for a name that another person of the client has, `CONFLICT`, `CONTACT_NOT_FOUND`,
 *   `CLIENT_NOT_FOUND`, `ENTRY_UNUSABLE`
 */
export async function saveContact(outside: Outside, viewer: Viewer, input: Input): Promise<ContactEntry> {
  const { commandId, projectId, clientId, contactId, hours } = input;
  if (hours !== null && hours.closes <= hours.opens) refuse({ path: 'hours.closes', rule: 'closes_before_opening' });
  const { journal } = outside;
  const load = async () => {
    const own = contactId === null ? await journal.commandEvents(commandId) : [];
    const others = await journal.itemEvents(contactId === null ? [clientId] : [clientId, contactId]);
    return [...others, ...own];
  };
  const items = await changeEntry(outside, viewer, {
    ...{ commandId, projectId, type: contactId === null ? 'contact.added' : 'contact.edited' },
    ...{ entry: { contact: contactId ?? '' }, load },
    decide: (loaded, attempt) => decide(outside, input, loaded, attempt),
  });
  const [added] = items.contacts.values();
  return contactEntry(outside, projectId, contactId ?? added?.id ?? '');
}
