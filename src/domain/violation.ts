/** The rules a decision can break, by the code the caller gets. */
export type ViolationCode =
  | 'CONFLICT'
  | 'TRANSITION_NOT_POSSIBLE'
  | 'ANSWER_MISSING'
  | 'MERGE_TARGET_UNUSABLE'
  | 'CONTACT_ERASED'
  | 'ENTRY_UNUSABLE'
  | 'NOTHING_TO_ERASE'
  | 'FEEDBACK_UNUSABLE'
  | 'CHANGE_INCOMPLETE'
  | 'CHANGE_STEP_NOT_POSSIBLE'
  | 'STALE_ASSESSMENT';

/** A decision that the domain refuses; nothing has been changed. */
export class RuleViolation extends Error {
  override readonly name = 'RuleViolation';

  constructor(
    readonly code: ViolationCode,
    message: string,
  ) {
    super(message);
  }
}
