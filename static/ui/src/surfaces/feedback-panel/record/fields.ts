import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { Day } from '../../../../../../src/contract/feedback';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import {
  CHANNELS,
  IMPORTANCES,
  type Channel,
  type FeedbackKind,
  type Importance,
} from '../../../../../../src/contract/vocabulary';
import { dayProblems, textProblems } from '../../../lib/fieldProblems';
import { contactProblems, isContactDraft, type ContactDraft } from '../../../components/contact/contactDraft';

/** The content of one feedback item as the form holds it. */
export interface FeedbackFields {
  readonly text: string;
  readonly kind: FeedbackKind;
  readonly importance: Importance;
  readonly contact: ContactDraft;
  readonly channel: Channel;
  readonly saidOn: Day;
}

/** What is missing or wrong, at the paths of the contract; `today` is the viewer's. */
export function fieldProblems(fields: FeedbackFields, today: Day): readonly FieldProblem[] {
  return [
    ...textProblems('text', fields.text, TEXT_LIMIT),
    ...contactProblems(fields.contact),
    ...dayProblems('saidOn', fields.saidOn, today),
  ];
}

function pick<T>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

/** The usable fields of a stored draft; a kind only if it is one of these. */
export function storedFields(stored: unknown, kinds: readonly FeedbackKind[]): Partial<FeedbackFields> {
  if (typeof stored !== 'object' || stored === null) return {};
  const value: Partial<Record<keyof FeedbackFields, unknown>> = stored;
  const kind = pick(kinds, value.kind);
  const importance = pick(IMPORTANCES, value.importance);
  const channel = pick(CHANNELS, value.channel);
  return {
    ...(typeof value.text === 'string' ? { text: value.text } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(importance === undefined ? {} : { importance }),
    ...(isContactDraft(value.contact) ? { contact: value.contact } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(typeof value.saidOn === 'string' ? { saidOn: value.saidOn } : {}),
  };
}
