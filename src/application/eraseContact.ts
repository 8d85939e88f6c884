import type { ContactErasure } from '../contract/feedback';
import type { ProcedureInput } from '../contract/procedures';
import { eraseContact as erase } from '../domain/contacts/contact';
import { foldItems } from '../domain/events';
import type { DomainEvent } from '../domain/events';
import { eraseTexts } from '../domain/feedback/decide';
import type { FeedbackDecision, FeedbackEvent } from '../domain/feedback/events';
import { textsOf } from '../domain/feedback/texts';
import { requireAdministrator } from './authorize';
import { commit } from './commit';
import type { Outside, Viewer } from './ports';
import { Refusal } from './refusal';
import { absorbedBy, withAbsorbed } from './register/changeEntry';

/** So many items' events fit into one answer of the database. */
const FEEDBACK_PAGE_SIZE = 50;

function requireContact(events: readonly DomainEvent[], contactId: string) {
  const { contacts } = foldItems(events);
  const contact = contacts.get(contactId);
  if (contact === undefined) throw new Refusal('CONTACT_NOT_FOUND');
  return { contact, absorbed: absorbedBy(contacts, contact) };
}

/** Erases what is left of each item's texts. */
function textErasures(events: readonly DomainEvent[], feedbackIds: readonly string[]): readonly FeedbackDecision[] {
  const { feedback } = foldItems(events);
  return feedbackIds.flatMap((id) => {
    const item = feedback.get(id);
    const own = events.filter((event): event is FeedbackEvent => event.itemId === id);
    const texts = textsOf(own.toSorted((a, b) => a.itemVersion - b.itemVersion));
    return item === undefined || texts.kept.length === 0 ? [] : [eraseTexts(item, texts)];
  });
}

/**
 * Erases for good who a contact is: the name and everything else the register knows. What they said stays, or goes too
 * where that is wanted: then a call erases the texts of some items, the last one the contact. For administrators of the
 * contact's project.
 *
 * @throws Refusal `CONTACT_NOT_FOUND` also for people who may not see the project, `NOT_ALLOWED` for its other users,
 *   `CONTACT_ERASED`
 */
export async function eraseContact(
  outside: Outside,
  viewer: Viewer,
  { commandId, contactId, texts = 'keep', after = '' }: ProcedureInput<'contact.erase'>,
): Promise<ContactErasure> {
  const { contact, absorbed } = requireContact(await withAbsorbed(outside, [contactId]), contactId);
  const { projectId } = contact;
  await requireAdministrator(outside.access, projectId, 'CONTACT_NOT_FOUND');
  const said = [contact, ...absorbed].map(({ id }) => id);
  const page = texts === 'keep' ? [] : await outside.registerViews.feedbackOf(said, after, FEEDBACK_PAGE_SIZE);
  const next = page.length < FEEDBACK_PAGE_SIZE ? null : (page.at(-1) ?? null);
  await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: next === null ? 'contact.erased' : 'feedback.textsErased',
    load: async () => [
      ...(await withAbsorbed(outside, [contactId])),
      ...(page.length === 0 ? [] : await outside.journal.itemEvents(page)),
    ],
    decide: (events) => {
      const found = requireContact(events, contactId);
      const erasures = textErasures(events, page);
      return Promise.resolve(next === null ? [...erasures, ...erase(found.contact, found.absorbed)] : erasures);
    },
  });
  return { contactId, next };
}
