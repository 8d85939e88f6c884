import { foldClient, foldContact } from './contacts/contacts';
import type { Client, ClientEvent, Contact, ContactEvent } from './contacts/contacts';
import type { FeedbackEvent } from './feedback/events';
import { foldFeedback } from './feedback/feedback';
import type { Feedback } from './feedback/feedback';

export type DomainEvent = FeedbackEvent | ContactEvent | ClientEvent;

/** What a set of events makes of the items they belong to. */
export interface Items {
  readonly feedback: ReadonlyMap<string, Feedback>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly clients: ReadonlyMap<string, Client>;
}

function foldEach<E extends DomainEvent, T extends { readonly id: string }>(
  events: readonly E[],
  fold: (events: readonly E[]) => T | null,
): ReadonlyMap<string, T> {
  const byItem = new Map<string, E[]>();
  for (const event of events) byItem.set(event.itemId, [...(byItem.get(event.itemId) ?? []), event]);
  const items = new Map<string, T>();
  for (const [id, own] of byItem) {
    const item = fold(own.toSorted((a, b) => a.itemVersion - b.itemVersion));
    if (item !== null) items.set(id, item);
  }
  return items;
}

/** Rebuilds every item of which all events are given, in whatever order they come. */
export function foldItems(events: readonly DomainEvent[]): Items {
  return {
    feedback: foldEach(
      events.filter((event): event is FeedbackEvent => event.itemType === 'feedback'),
      foldFeedback,
    ),
    contacts: foldEach(
      events.filter((event): event is ContactEvent => event.itemType === 'contact'),
      foldContact,
    ),
    clients: foldEach(
      events.filter((event): event is ClientEvent => event.itemType === 'client'),
      foldClient,
    ),
  };
}
