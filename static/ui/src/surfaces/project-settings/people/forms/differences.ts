import type { Difference } from '../../../../components/DifferencesTable';
import type { MessageKey, Translate } from '../../../../lib/i18n';
import type { Channel } from '../../../../../../../src/contract/vocabulary';
import type { TypedHours } from './hours';

/** What is typed of a person. */
export interface ContactTyped extends TypedHours {
  readonly name: string;
  readonly role: string;
  readonly language: string;
  readonly timeZone: string | null;
  readonly channel: Channel | '';
  readonly accountId: string | null;
}

const CONTACT_FIELDS: readonly (readonly [keyof ContactTyped, MessageKey])[] = [
  ['name', 'people.field.name'],
  ['role', 'people.field.role'],
  ['language', 'people.field.language'],
  ['timeZone', 'people.field.timeZone'],
  ['channel', 'people.field.channel'],
  ['opens', 'people.field.opens'],
  ['closes', 'people.field.closes'],
];

/** What is typed of a client. */
export interface ClientTyped extends TypedHours {
  readonly name: string;
  readonly timeZone: string | null;
  readonly ownCalendar: boolean;
  /** ISO week days, one a line. */
  readonly workingDays: string;
  /** One a line. */
  readonly holidays: string;
  readonly extraWorkingDays: string;
}

const CLIENT_FIELDS: readonly (readonly [keyof ClientTyped, MessageKey])[] = [
  ['name', 'people.field.client'],
  ['timeZone', 'people.field.timeZone'],
  ['workingDays', 'settings.field.workingDays'],
  ['opens', 'people.field.opens'],
  ['closes', 'people.field.closes'],
  ['holidays', 'settings.field.holidays'],
  ['extraWorkingDays', 'settings.field.extraWorkingDays'],
];

function differences<Typed>(
  fields: readonly (readonly [keyof Typed, MessageKey])[],
  t: Translate,
  mine: Typed,
  theirs: Typed,
): readonly Difference[] {
  return fields
    .filter(([field]) => mine[field] !== theirs[field])
    .map(([field, label]) => ({
      label: t(label),
      theirs: String(theirs[field] ?? ''),
      mine: String(mine[field] ?? ''),
    }));
}

/** Where what is typed of a person differs from what holds now. */
export function contactDifferences(t: Translate, mine: ContactTyped, theirs: ContactTyped): readonly Difference[] {
  return differences(CONTACT_FIELDS, t, mine, theirs);
}

/** The same for a client. */
export function clientDifferences(t: Translate, mine: ClientTyped, theirs: ClientTyped): readonly Difference[] {
  return differences(CLIENT_FIELDS, t, mine, theirs);
}
