/** The rules a decision can break, by the code the caller gets. */
export type ViolationCode =
  | 'CONFLICT'
  | 'TRANSITION_NOT_POSSIBLE'
  | 'ANSWER_MISSING'
  | 'MERGE_TARGET_UNUSABLE'
  | 'CONTACT_ERASED'
  | 'NOTHING_TO_ERASE';

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
