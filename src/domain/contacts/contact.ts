import type { Decision, ErasableRef, JournalEvent } from '../journal/event';
import { RuleViolation } from '../violation';
import { requireUsable } from './entry';
import type { Entry, RegisterItem } from './entry';

/** What is known of a person. Everything that tells about them stands apart, so that it can be erased. */
export interface ContactContent {
  readonly clientId: string;
  readonly name: ErasableRef;
  /** Role, language, time zone, channel and hours as JSON; null where nothing is known. */
  readonly details: ErasableRef | null;
  /** An Atlassian account id. */
  readonly account: ErasableRef | null;
}

interface OfProject {
  readonly projectId: string;
}
type Added = OfProject & Pick<ContactContent, 'clientId' | 'name'> & Partial<ContactContent>;

export type ContactDecision =
  | Decision<'contact.added', Added>
  | Decision<'contact.edited', { readonly changes: Partial<ContactContent> }>
  | Decision<'contact.archived' | 'contact.restored', OfProject>
  | Decision<'contact.merged', { readonly into: string }>
  | Decision<'contact.absorbed', { readonly merged: readonly string[] }>
  | Decision<'contact.erased', OfProject>;
export type ContactEvent = JournalEvent<ContactDecision>;

/** A person of a client. */
export interface Contact extends RegisterItem, ContactContent {}

/** Enters a person of a client into the project's register. */
export function addContact(
  { id, projectId, issueId, name }: Entry,
  clientId: string,
  more: Partial<Pick<ContactContent, 'details' | 'account'>> = {},
): ContactDecision {
  const data = { projectId, clientId, name, ...more };
  return { itemType: 'contact', itemId: id, itemVersion: 1, issueId, type: 'contact.added', data };
}

function place({ id, version }: Contact) {
  return { itemType: 'contact', itemId: id, itemVersion: version + 1, issueId: null } as const;
}

/** Corrects what is known of a person. @throws RuleViolation `ENTRY_UNUSABLE` */
export function editContact(contact: Contact, changes: Partial<ContactContent>): ContactDecision {
  requireUsable(contact);
  return { ...place(contact), type: 'contact.edited', data: { changes } };
}

/** Takes a person out of what is offered, or back into it. @throws RuleViolation `ENTRY_UNUSABLE` */
export function archiveContact(contact: Contact, archived: boolean): ContactDecision {
  requireUsable(contact);
  const type = archived ? 'contact.archived' : 'contact.restored';
  return { ...place(contact), type, data: { projectId: contact.projectId } };
}

/**
 * Makes two entries of one person one: what the first said, and whom it absorbed before, counts for the second.
 *
 * @throws RuleViolation `ENTRY_UNUSABLE`
 */
export function mergeContacts(
  contact: Contact,
  into: Contact,
  absorbed: readonly Contact[],
): readonly ContactDecision[] {
  requireUsable(contact);
  requireUsable(into);
  if (contact.id === into.id) throw new RuleViolation('ENTRY_UNUSABLE', 'An entry cannot be merged into itself');
  const all = [contact, ...absorbed];
  return [
    ...all.map((each): ContactDecision => ({ ...place(each), type: 'contact.merged', data: { into: into.id } })),
    { ...place(into), type: 'contact.absorbed', data: { merged: all.map(({ id }) => id) } },
  ];
}

/**
 * Records that a person's data is erased, that of their merged entries too; what they said stays, without the name.
 *
 * @throws RuleViolation `CONTACT_ERASED` when that has happened before
 */
export function eraseContact(contact: Contact, absorbed: readonly Contact[] = []): readonly ContactDecision[] {
  if (contact.erased) throw new RuleViolation('CONTACT_ERASED', 'The contact is erased already');
  return [contact, ...absorbed.filter(({ erased }) => !erased)].map((each) => ({
    ...place(each),
    type: 'contact.erased',
    data: { projectId: each.projectId },
  }));
}

function refsIn({ name, details, account }: Partial<ContactContent>): readonly ErasableRef[] {
  return [name, details, account].flatMap((ref) => ref ?? []);
}

function changed(contact: Contact, event: ContactEvent): Partial<Contact> {
  switch (event.type) {
    case 'contact.edited': {
      const { changes } = event.data;
      return { ...changes, written: [...contact.written, ...refsIn(changes)] };
    }
    case 'contact.archived':
    case 'contact.restored':
      return { archived: event.type === 'contact.archived' };
    case 'contact.merged':
      return { mergedInto: event.data.into };
    case 'contact.absorbed':
      return { absorbed: [...contact.absorbed, ...event.data.merged] };
    case 'contact.erased':
      return { erased: true };
    case 'contact.added':
      return {};
  }
}

/** Rebuilds a contact from its events in order; null when there are none. */
export function foldContact(events: readonly ContactEvent[]): Contact | null {
  return events.reduce<Contact | null>((contact, event) => {
    if (event.type === 'contact.added') {
      const { projectId, clientId, name, details = null, account = null } = event.data;
      const own = { id: event.itemId, version: event.itemVersion, projectId, clientId, name, details, account };
      const written = refsIn(event.data);
      return { ...own, archived: false, erased: false, mergedInto: null, absorbed: [], written };
    }
    if (contact === null) throw new Error(`Contact ${event.itemId} has no event that added it`);
    return { ...contact, ...changed(contact, event), version: event.itemVersion };
  }, null);
}
