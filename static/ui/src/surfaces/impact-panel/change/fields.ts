import { TITLE_LIMIT } from '../../../../../../src/contract/changeLimits';
import type { ChangeDetail } from '../../../../../../src/contract/change';
import {
  CHANGE_SOURCES,
  URGENCIES,
  type ChangeSource,
  type Urgency,
} from '../../../../../../src/contract/changeVocabulary';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { Day } from '../../../../../../src/contract/feedback';
import type { IssueLabel } from '../../../../../../src/contract/issues';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import {
  contactProblems,
  isContactDraft,
  NO_CONTACT,
  type ContactDraft,
} from '../../../components/contact/contactDraft';
import { dayProblems, normalized, textProblems } from '../../../lib/fieldProblems';

/** The content of a change request as the form holds it; texts may be empty where nothing is to be said. */
export interface ChangeFields {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly source: ChangeSource;
  readonly requestedBy: ContactDraft;
  readonly urgency: Urgency;
  readonly requirements: readonly IssueLabel[];
  /** Empty for the project's usual time. */
  readonly validUntil: Day;
  readonly ifNot: string;
}

export const NO_FIELDS: ChangeFields = {
  title: '',
  from: '',
  to: '',
  reason: '',
  source: 'market',
  requestedBy: NO_CONTACT,
  urgency: 'normal',
  requirements: [],
  validUntil: '',
  ifNot: '',
};

const LONG_TEXTS = ['from', 'to', 'reason', 'ifNot'] as const;

/** The content of a change request, to be edited. */
export function fieldsOf(change: ChangeDetail): ChangeFields {
  const { source, urgency, requestedBy } = change;
  return {
    title: change.title ?? '',
    from: change.description.from ?? '',
    to: change.description.to ?? '',
    reason: change.reason ?? '',
    ifNot: change.ifNot ?? '',
    source,
    urgency,
    requestedBy: requestedBy === null ? NO_CONTACT : { type: 'known', contact: requestedBy },
    requirements: change.requirements.filter(({ id }) => id !== change.issue.id),
    validUntil: change.validUntil ?? '',
  };
}

/** Whether nobody has been named; then there is nothing to check either. */
export function isNobody(contact: ContactDraft): boolean {
  return contact.type === 'none' && contact.query.trim() === '';
}

/** What is missing or wrong, at the paths of the contract. */
export function changeProblems(fields: ChangeFields): readonly FieldProblem[] {
  const contact = isNobody(fields.requestedBy) ? [] : contactProblems(fields.requestedBy);
  return [
    ...textProblems('title', fields.title, TITLE_LIMIT),
    ...LONG_TEXTS.flatMap((field) =>
      normalized(fields[field]) === '' ? [] : textProblems(field, fields[field], TEXT_LIMIT),
    ),
    ...contact.map((problem) => ({ ...problem, path: problem.path.replace(/^contact/u, 'requestedBy') })),
    ...(fields.validUntil === '' ? [] : dayProblems('validUntil', fields.validUntil, '2999-12-31')),
  ];
}

function isLabel(value: unknown): value is IssueLabel {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'key', 'summary'].every((field) => typeof Reflect.get(value, field) === 'string');
}

/** The usable fields of a stored draft. */
export function storedFields(stored: unknown): Partial<ChangeFields> {
  if (typeof stored !== 'object' || stored === null) return {};
  const value: Partial<Record<keyof ChangeFields, unknown>> = stored;
  const source = CHANGE_SOURCES.find((each) => each === value.source);
  const urgency = URGENCIES.find((each) => each === value.urgency);
  const texts = (['title', 'validUntil', ...LONG_TEXTS] as const).flatMap((field) =>
    typeof value[field] === 'string' ? [[field, value[field]] as const] : [],
  );
  return {
    ...Object.fromEntries(texts),
    ...(source === undefined ? {} : { source }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(isContactDraft(value.requestedBy) ? { requestedBy: value.requestedBy } : {}),
    ...(Array.isArray(value.requirements) ? { requirements: value.requirements.filter(isLabel) } : {}),
  };
}
