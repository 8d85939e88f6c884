import { RuleViolation } from '../../src/domain/violation';
import type { ViolationCode } from '../../src/domain/violation';

/** The code of the rule that the decision broke; null when it broke none. */
export function brokenRule(decide: () => unknown): ViolationCode | null {
  try {
    decide();
    return null;
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}
