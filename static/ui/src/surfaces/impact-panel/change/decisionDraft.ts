import { LINK_LIMIT } from '../../../../../../src/contract/changeLimits';
import {
  DECISION_METHODS,
  DECISIONS,
  type DecisionMethod,
  type DecisionOutcome,
} from '../../../../../../src/contract/changeVocabulary';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { Day } from '../../../../../../src/contract/feedback';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { contactProblems, isContactDraft, type ContactDraft } from '../../../components/contact/contactDraft';
import { dayProblems, normalized, textProblems } from '../../../lib/fieldProblems';
import { isNobody } from './fields';

/** A decision as the form holds it. */
export interface TypedDecision {
  readonly outcome: DecisionOutcome;
  /** Empty where none is chosen. */
  readonly optionId: string;
  readonly conditions: string;
  readonly decider: ContactDraft;
  readonly clientSaid: string;
  readonly method: DecisionMethod;
  readonly evidence: string;
  readonly decidedOn: Day;
  readonly knowingly: boolean;
}

/** Whether the outcome says which option is to be done. */
export function isApproval(outcome: DecisionOutcome): boolean {
  return outcome === 'approved' || outcome === 'approvedWithConditions';
}

function isWebLink(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}

function linkProblems(text: string): readonly FieldProblem[] {
  const link = text.trim();
  if (link === '') return [];
  const tooLong = textProblems('evidence', link, LINK_LIMIT);
  if (tooLong.length > 0) return tooLong;
  return isWebLink(link) ? [] : [{ path: 'evidence', rule: 'not_a_link' }];
}

/** What is missing or wrong, at the paths of the contract. */
export function decisionProblems(typed: TypedDecision, today: Day): readonly FieldProblem[] {
  const { outcome, conditions, clientSaid, decider } = typed;
  const contact = isNobody(decider) ? [] : contactProblems(decider);
  const needsConditions = outcome === 'approvedWithConditions' || normalized(conditions) !== '';
  return [
    ...(isApproval(outcome) && typed.optionId === '' ? [{ path: 'optionId', rule: 'missing' } as const] : []),
    ...(needsConditions ? textProblems('conditions', conditions, TEXT_LIMIT) : []),
    ...(normalized(clientSaid) === '' ? [] : textProblems('clientSaid', clientSaid, TEXT_LIMIT)),
    ...contact.map((problem) => ({ ...problem, path: problem.path.replace(/^contact/u, 'decider') })),
    ...linkProblems(typed.evidence),
    ...dayProblems('decidedOn', typed.decidedOn, today),
  ];
}

/** A stored draft over the form's start; `knowingly` is asked anew each time. */
export function storedDecision(initial: TypedDecision): (stored: unknown) => TypedDecision | null {
  return (stored) => {
    if (typeof stored !== 'object' || stored === null) return null;
    const value: Partial<Record<keyof TypedDecision, unknown>> = stored;
    const texts = (['optionId', 'conditions', 'clientSaid', 'evidence', 'decidedOn'] as const).flatMap((field) =>
      typeof value[field] === 'string' ? [[field, value[field]] as const] : [],
    );
    return {
      ...initial,
      ...Object.fromEntries(texts),
      outcome: DECISIONS.find((each) => each === value.outcome) ?? initial.outcome,
      method: DECISION_METHODS.find((each) => each === value.method) ?? initial.method,
      decider: isContactDraft(value.decider) ? value.decider : initial.decider,
    };
  };
}
