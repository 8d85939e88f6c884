import type { ProcedurePayload } from '../../../../../../src/contract/procedures';
import { toContactChoice } from '../../../components/contact/contactDraft';
import { normalized } from '../../../lib/fieldProblems';
import { isNobody, type ChangeFields } from './fields';

type Payload = Omit<ProcedurePayload<'change.raise'>, 'commandId' | 'issueId' | 'feedbackId'>;

const textOrNull = (text: string): string | null => (normalized(text) === '' ? null : text);

/** The content as the back end takes it. */
export function changePayload(fields: ChangeFields): Payload {
  const { title, source, urgency, validUntil, requestedBy, requirements } = fields;
  return {
    title,
    source,
    urgency,
    from: textOrNull(fields.from),
    to: textOrNull(fields.to),
    reason: textOrNull(fields.reason),
    ifNot: textOrNull(fields.ifNot),
    validUntil: validUntil === '' ? null : validUntil,
    requestedBy: isNobody(requestedBy) ? null : toContactChoice(requestedBy),
    requirements: requirements.map(({ id }) => id),
  };
}

/** Only what differs, so that nobody's later change to another field is undone. */
export function changedPayload(before: ChangeFields, after: ChangeFields): Partial<Payload> {
  const [one, other] = [changePayload(before), changePayload(after)];
  const different = Object.entries(other).filter(
    ([field, value]) => JSON.stringify(Reflect.get(one, field)) !== JSON.stringify(value),
  );
  return Object.fromEntries(different);
}
