/** Where a change request stands in its life cycle. */
export const CHANGE_STATES = [
  'draft',
  'assessing',
  'awaitingDecision',
  'approved',
  'approvedWithConditions',
  'deferred',
  'rejected',
  'withdrawn',
  'implementing',
  'implemented',
  'verified',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** The states a person moves a change request to directly; freezing, deciding and verifying are commands of their own. */
export const CHANGE_MOVES = ['assessing', 'withdrawn', 'implementing', 'implemented'] as const;
export type ChangeMove = (typeof CHANGE_MOVES)[number];

/** What may be decided. */
export const DECISIONS = ['approved', 'approvedWithConditions', 'deferred', 'rejected'] as const;
export type DecisionOutcome = (typeof DECISIONS)[number];

/** How the decision was reached. */
export const DECISION_METHODS = ['meeting', 'email', 'call', 'inPerson'] as const;
export type DecisionMethod = (typeof DECISION_METHODS)[number];

/** What a change arises from; changes of the organisation and of the vision cost the most. */
export const CHANGE_SOURCES = ['market', 'organisation', 'vision', 'specification', 'solution'] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

export const URGENCIES = ['low', 'normal', 'high', 'immediate'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** `swap`: in exchange for requirements that have not been begun. */
export const OPTION_KINDS = ['full', 'reduced', 'swap', 'other'] as const;
export type OptionKind = (typeof OPTION_KINDS)[number];

/** How sure it is that an issue is affected. */
export const BANDS = ['certain', 'likely', 'possible'] as const;
export type Band = (typeof BANDS)[number];

/** What a person may say of an issue in an assessment; `adjust` changes its effort only, `clear` takes back what was said. */
export const VERDICTS = ['include', 'exclude', 'adjust', 'clear'] as const;
export type Verdict = (typeof VERDICTS)[number];
