import type { EditableField, FeedbackDetail } from '../../../../../../src/contract/feedback';
import type { ProcedurePayload } from '../../../../../../src/contract/procedures';
import type { Formats } from '../../../lib/formats';
import type { Translate } from '../../../lib/i18n';
import { toContactChoice, type ContactDraft } from '../../../components/contact/contactDraft';
import { contactName } from '../../../components/contact/contactName';
import type { FeedbackFields } from '../record/fields';
import type { Words } from '../state/words';
import type { Difference } from '../../../components/DifferencesTable';

/** Only what differs from the item, so that nobody's later change to another field is undone. */
export type EditChanges = Partial<FeedbackFields>;

/** The item's content as the form holds it. */
export function fieldsOf(item: FeedbackDetail): FeedbackFields {
  const { kind, importance, channel, saidOn, contact } = item;
  return { text: item.text ?? '', kind, importance, channel, saidOn, contact: { type: 'known', contact } };
}

function sameContact(one: ContactDraft, other: ContactDraft): boolean {
  return one.type === 'known' && other.type === 'known' && one.contact.id === other.contact.id;
}

/** Adds what was changed in the form and drops what is as in the item again. */
export function withChange(base: FeedbackFields, changes: EditChanges, change: EditChanges): EditChanges {
  const { contact, ...plain } = { ...changes, ...change };
  const different = Object.fromEntries(
    Object.entries(plain).filter(([field, value]) => Reflect.get(base, field) !== value),
  );
  return contact === undefined || sameContact(contact, base.contact) ? different : { ...different, contact };
}

/** The changes as the back end takes them. */
export function toPayload(changes: EditChanges): ProcedurePayload<'feedback.edit'>['changes'] {
  const { contact, ...plain } = changes;
  const choice = contact === undefined ? null : toContactChoice(contact);
  return choice === null ? plain : { ...plain, contact: choice };
}

function shown(t: Translate, formats: Formats, words: Words, fields: FeedbackFields, field: EditableField): string {
  switch (field) {
    case 'text':
      return fields.text;
    case 'kind':
      return t(`kind.${fields.kind}`);
    case 'importance':
      return words.importance(fields.importance);
    case 'channel':
      return t(`channel.${fields.channel}`);
    case 'saidOn':
      return formats.day(fields.saidOn);
    case 'contact':
      if (fields.contact.type === 'known') return contactName(t, fields.contact.contact);
      return fields.contact.type === 'new' ? fields.contact.name : fields.contact.query;
  }
}

const FIELDS: readonly EditableField[] = ['text', 'contact', 'kind', 'importance', 'channel', 'saidOn'];

/** What is about to be changed, beside what stands there. */
export function differences(
  t: Translate,
  formats: Formats,
  words: Words,
  base: FeedbackFields,
  changes: EditChanges,
): readonly Difference[] {
  const mine = { ...base, ...changes };
  return FIELDS.filter((field) => field in changes).map((field) => ({
    label: t(`fact.${field}`),
    theirs: shown(t, formats, words, base, field),
    mine: shown(t, formats, words, mine, field),
  }));
}
