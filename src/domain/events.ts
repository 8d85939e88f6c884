import type { ArchiveEvent } from './archive/imported';
import { foldChange } from './change/change';
import type { Change } from './change/change';
import type { ChangeEvent } from './change/events';
import { changeTextsOf } from './change/texts';
import { foldClient } from './contacts/client';
import type { Client, ClientEvent } from './contacts/client';
import { foldContact } from './contacts/contact';
import type { Contact, ContactEvent } from './contacts/contact';
import type { FeedbackEvent } from './feedback/events';
import { foldFeedback } from './feedback/feedback';
import type { Feedback } from './feedback/feedback';
import { textsOf } from './feedback/texts';
import type { PersonEvent } from './people/people';
import type { SettingsEvent } from './settings/item';
import { editionTextsErased } from './summary/edition';
import type { EditionEvent } from './summary/edition';

export type DomainEvent =
  FeedbackEvent | ChangeEvent | ContactEvent | ClientEvent | PersonEvent | SettingsEvent | EditionEvent | ArchiveEvent;

/** What a set of events makes of the items they belong to. */
export interface Items {
  readonly feedback: ReadonlyMap<string, Feedback>;
  readonly changes: ReadonlyMap<string, Change>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly clients: ReadonlyMap<string, Client>;
  /** Values that somebody decided to erase. */
  readonly erasedRefs: readonly string[];
  /** People whom somebody decided to erase. */
  readonly erasedPeople: readonly PersonEvent['data'][];
}

function byItem<E extends DomainEvent>(events: readonly E[]): readonly (readonly E[])[] {
  const items = new Map<string, E[]>();
  for (const event of events) {
    const own = items.get(event.itemId);
    if (own === undefined) items.set(event.itemId, [event]);
    else own.push(event);
  }
  return [...items.values()].map((own) => own.toSorted((a, b) => a.itemVersion - b.itemVersion));
}

function foldEach<E extends DomainEvent, T extends { readonly id: string }>(
  items: readonly (readonly E[])[],
  fold: (events: readonly E[]) => T | null,
): ReadonlyMap<string, T> {
  return new Map(
    items.flatMap((events) => {
      const item = fold(events);
      return item === null ? [] : [[item.id, item]];
    }),
  );
}

/** Rebuilds every item of which all events are given, in whatever order they come. */
export function foldItems(events: readonly DomainEvent[]): Items {
  const feedbackEvents = byItem(events.filter((event): event is FeedbackEvent => event.itemType === 'feedback'));
  const changeEvents = byItem(events.filter((event): event is ChangeEvent => event.itemType === 'change'));
  const contactEvents = byItem(events.filter((event): event is ContactEvent => event.itemType === 'contact'));
  const clientEvents = byItem(events.filter((event): event is ClientEvent => event.itemType === 'client'));
  const editionEvents = byItem(events.filter((event): event is EditionEvent => event.itemType === 'edition'));
  const contacts = foldEach(contactEvents, foldContact);
  const clients = foldEach(clientEvents, foldClient);
  const erasedNames = [...contacts.values(), ...clients.values()].flatMap(({ erased, written }) =>
    erased ? written : [],
  );
  const erasedTexts = [
    ...feedbackEvents.flatMap((own) => textsOf(own).erased),
    ...changeEvents.flatMap((own) => changeTextsOf(own).erased),
    ...editionEvents.flatMap(editionTextsErased),
  ];
  return {
    feedback: foldEach(feedbackEvents, foldFeedback),
    changes: foldEach(changeEvents, foldChange),
    contacts,
    clients,
    erasedRefs: [...erasedNames, ...erasedTexts].map(({ ref }) => ref),
    erasedPeople: events.flatMap((event) => (event.type === 'person.erased' ? [event.data] : [])),
  };
}
