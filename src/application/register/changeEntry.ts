import type { ClientEntry, ContactEntry } from '../../contract/register';
import type { Client } from '../../domain/contacts/client';
import type { Contact } from '../../domain/contacts/contact';
import { foldItems } from '../../domain/events';
import type { DomainEvent, Items } from '../../domain/events';
import { RuleViolation } from '../../domain/violation';
import type { Attempt } from '../attempt';
import { requireAdministrator } from '../authorize';
import { commit } from '../commit';
import type { DomainDecision } from '../commit';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { repairItems } from '../repairProjections';

/**
 * The client among the items.
 *
 * @throws Refusal `CLIENT_NOT_FOUND` for one of another project too
 */
export function clientAmong(items: Items, projectId: string, clientId: string): Client {
  const client = items.clients.get(clientId);
  if (client?.projectId !== projectId) throw new Refusal('CLIENT_NOT_FOUND');
  return client;
}

/** The same for a contact: `CONTACT_NOT_FOUND`. */
export function contactAmong(items: Items, projectId: string, contactId: string): Contact {
  const contact = items.contacts.get(contactId);
  if (contact?.projectId !== projectId) throw new Refusal('CONTACT_NOT_FOUND');
  return contact;
}

/** The items of the ids and of those that they absorbed. */
export function absorbedBy<T extends Client | Contact>(all: ReadonlyMap<string, T>, { absorbed }: T): readonly T[] {
  return absorbed.flatMap((id) => all.get(id) ?? []);
}

/** The events of the items and of everything that they absorbed. */
export async function withAbsorbed(outside: Outside, itemIds: readonly string[]): Promise<readonly DomainEvent[]> {
  const events = await outside.journal.itemEvents(itemIds);
  const { clients, contacts } = foldItems(events);
  const more = [...clients.values(), ...contacts.values()].flatMap(({ absorbed }) => absorbed);
  const others = [...new Set(more)].filter((id) => !itemIds.includes(id));
  return others.length === 0 ? events : [...events, ...(await outside.journal.itemEvents(others))];
}

/** The entry as its administrators see it. @throws Refusal `CLIENT_NOT_FOUND` */
export async function clientEntry(outside: Outside, projectId: string, clientId: string): Promise<ClientEntry> {
  const entry = await outside.registerViews.client(projectId, clientId);
  if (entry === null) throw new Refusal('CLIENT_NOT_FOUND');
  return entry;
}

/** The same for a contact: `CONTACT_NOT_FOUND`. */
export async function contactEntry(outside: Outside, projectId: string, contactId: string): Promise<ContactEntry> {
  const [entry] = await outside.registerViews.contacts(projectId, [contactId]);
  if (entry === undefined) throw new Refusal('CONTACT_NOT_FOUND');
  return entry;
}

interface EntryChange {
  readonly commandId: string;
  readonly projectId: string;
  readonly type: DomainEvent['type'];
  /** The entry that the command is about. */
  readonly entry: { readonly client: string } | { readonly contact: string };
  readonly load: () => Promise<readonly DomainEvent[]>;
  readonly decide: (items: Items, attempt: Attempt) => Promise<readonly DomainDecision[]> | readonly DomainDecision[];
}

/** What the caller of a command made on an older version is told. */
async function conflict(outside: Outside, { projectId, entry }: EntryChange, cause: RuleViolation): Promise<Refusal> {
  if ('client' in entry) {
    await repairItems(outside, [entry.client]);
    return new Refusal('CONFLICT', { currentClient: await clientEntry(outside, projectId, entry.client), cause });
  }
  await repairItems(outside, [entry.contact]);
  return new Refusal('CONFLICT', { currentContact: await contactEntry(outside, projectId, entry.contact), cause });
}

/**
 * Changes entries of the register on behalf of an administrator of the project.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`, `CONFLICT` with the entry as it is now, and what `commit` throws
 */
export async function changeEntry(outside: Outside, viewer: Viewer, change: EntryChange): Promise<Items> {
  const { commandId, projectId, type, load, decide } = change;
  await requireAdministrator(outside.access, projectId);
  try {
    const events = await commit(outside, {
      ...{ viewer, commandId, projectId, type, load },
      decide: async (loaded, attempt) => decide(foldItems(loaded), attempt),
    });
    return foldItems(events);
  } catch (error) {
    if (error instanceof RuleViolation && error.code === 'CONFLICT') throw await conflict(outside, change, error);
    throw error;
  }
}
