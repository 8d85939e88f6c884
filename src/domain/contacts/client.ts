import type { ClientCalendar } from '../../contract/register';
import type { Decision, ErasableRef, JournalEvent } from '../journal/event';
import { RuleViolation } from '../violation';
import { requireUsable } from './entry';
import type { Entry, RegisterItem } from './entry';

/** What an administrator says of a client. */
export interface ClientContent {
  readonly name: ErasableRef;
  /** Null for the project's. */
  readonly timeZone: string | null;
  readonly calendar: ClientCalendar | null;
}

interface OfProject {
  readonly projectId: string;
}
type Added = OfProject & Pick<ClientContent, 'name'> & Partial<ClientContent>;

export type ClientDecision =
  | Decision<'client.added', Added>
  | Decision<'client.edited', { readonly changes: Partial<ClientContent> }>
  | Decision<'client.archived' | 'client.restored' | 'client.erased', OfProject>
  | Decision<'client.merged', { readonly into: string }>
  | Decision<'client.absorbed', { readonly merged: readonly string[] }>;
export type ClientEvent = JournalEvent<ClientDecision>;

/** An organisation that the work is done for. */
export interface Client extends RegisterItem, ClientContent {}

/** Enters a client into the project's register. */
export function addClient(
  { id, projectId, issueId, name }: Entry,
  more: Partial<Omit<ClientContent, 'name'>> = {},
): ClientDecision {
  const data = { projectId, name, ...more };
  return { itemType: 'client', itemId: id, itemVersion: 1, issueId, type: 'client.added', data };
}

function place({ id, version }: Client) {
  return { itemType: 'client', itemId: id, itemVersion: version + 1, issueId: null } as const;
}

/** Corrects what is known of a client. @throws RuleViolation `ENTRY_UNUSABLE` */
export function editClient(client: Client, changes: Partial<ClientContent>): ClientDecision {
  requireUsable(client);
  return { ...place(client), type: 'client.edited', data: { changes } };
}

/** Takes a client out of what is offered, or back into it. @throws RuleViolation `ENTRY_UNUSABLE` */
export function archiveClient(client: Client, archived: boolean): ClientDecision {
  requireUsable(client);
  const type = archived ? 'client.archived' : 'client.restored';
  return { ...place(client), type, data: { projectId: client.projectId } };
}

/**
 * Makes two entries of one client one: the people of the first, and whom it absorbed before, belong to the second.
 *
 * @throws RuleViolation `ENTRY_UNUSABLE`
 */
export function mergeClients(client: Client, into: Client, absorbed: readonly Client[]): readonly ClientDecision[] {
  requireUsable(client);
  requireUsable(into);
  if (client.id === into.id) throw new RuleViolation('ENTRY_UNUSABLE', 'An entry cannot be merged into itself');
  const all = [client, ...absorbed];
  return [
    ...all.map((each): ClientDecision => ({ ...place(each), type: 'client.merged', data: { into: into.id } })),
    { ...place(into), type: 'client.absorbed', data: { merged: all.map(({ id }) => id) } },
  ];
}

/** Erases the names of a client that nobody belongs to. @throws RuleViolation `ENTRY_UNUSABLE` */
export function deleteClient(client: Client, absorbed: readonly Client[]): readonly ClientDecision[] {
  requireUsable(client);
  return [client, ...absorbed].map((each) => ({
    ...place(each),
    type: 'client.erased',
    data: { projectId: each.projectId },
  }));
}

function changed(client: Client, event: ClientEvent): Partial<Client> {
  switch (event.type) {
    case 'client.edited': {
      const { changes } = event.data;
      const { name } = changes;
      return { ...changes, written: name === undefined ? client.written : [...client.written, name] };
    }
    case 'client.archived':
    case 'client.restored':
      return { archived: event.type === 'client.archived' };
    case 'client.merged':
      return { mergedInto: event.data.into };
    case 'client.absorbed':
      return { absorbed: [...client.absorbed, ...event.data.merged] };
    case 'client.erased':
      return { erased: true };
    case 'client.added':
      return {};
  }
}

/** Rebuilds a client from its events in order; null when there are none. */
export function foldClient(events: readonly ClientEvent[]): Client | null {
  return events.reduce<Client | null>((client, event) => {
    if (event.type === 'client.added') {
      const { projectId, name, timeZone = null, calendar = null } = event.data;
      const own = { id: event.itemId, version: event.itemVersion, projectId, name, timeZone, calendar };
      return { ...own, archived: false, erased: false, mergedInto: null, absorbed: [], written: [name] };
    }
    if (client === null) throw new Error(`Client ${event.itemId} has no event that added it`);
    return { ...client, ...changed(client, event), version: event.itemVersion };
  }, null);
}
