import type { Decision, ErasableRef, JournalEvent } from '../journal/event';
import { RuleViolation } from '../violation';

export type ClientDecision = Decision<'client.added', { readonly projectId: string; readonly name: ErasableRef }>;
export type ClientEvent = JournalEvent<ClientDecision>;

export type ContactDecision =
  | Decision<'contact.added', { readonly projectId: string; readonly clientId: string; readonly name: ErasableRef }>
  | Decision<'contact.erased', { readonly projectId: string }>;
export type ContactEvent = JournalEvent<ContactDecision>;

/** An organisation that the work is done for. */
export interface Client {
  readonly id: string;
  readonly version: number;
  readonly projectId: string;
  readonly name: ErasableRef;
}

/** A person of a client. */
export interface Contact {
  readonly id: string;
  readonly version: number;
  readonly projectId: string;
  readonly clientId: string;
  readonly name: ErasableRef;
  readonly erased: boolean;
}

/** Where an entry of the register is made. */
interface Entry {
  readonly id: string;
  readonly projectId: string;
  readonly issueId: string | null;
  readonly name: ErasableRef;
}

/** Enters a client into the project's register. */
export function addClient({ id, projectId, issueId, name }: Entry): ClientDecision {
  return { itemType: 'client', itemId: id, itemVersion: 1, issueId, type: 'client.added', data: { projectId, name } };
}

/** Enters a person of a client into the project's register. */
export function addContact({ id, projectId, issueId, name }: Entry, clientId: string): ContactDecision {
  const data = { projectId, clientId, name };
  return { itemType: 'contact', itemId: id, itemVersion: 1, issueId, type: 'contact.added', data };
}

/**
 * Records that a person's data is erased; what they said stays, without the name.
 *
 * @throws RuleViolation `CONTACT_ERASED` when that has happened before
 */
export function eraseContact(contact: Contact): ContactDecision {
  if (contact.erased) throw new RuleViolation('CONTACT_ERASED', 'The contact is erased already');
  return {
    itemType: 'contact',
    itemId: contact.id,
    itemVersion: contact.version + 1,
    issueId: null,
    type: 'contact.erased',
    data: { projectId: contact.projectId },
  };
}

/** Rebuilds a client from its events; null when there are none. */
export function foldClient(events: readonly ClientEvent[]): Client | null {
  return events.reduce<Client | null>(
    (_, event) => ({ ...event.data, id: event.itemId, version: event.itemVersion }),
    null,
  );
}

/** Rebuilds a contact from its events in order; null when there are none. */
export function foldContact(events: readonly ContactEvent[]): Contact | null {
  return events.reduce<Contact | null>((contact, event) => {
    if (event.type === 'contact.added') {
      return { ...event.data, id: event.itemId, version: event.itemVersion, erased: false };
    }
    if (contact === null) throw new Error(`Contact ${event.itemId} has no event that added it`);
    return { ...contact, version: event.itemVersion, erased: true };
  }, null);
}
