/** What each step after the first leaves of the confidence. */
export const STEP_FACTOR = 0.9;

/** Up to this many ways out an issue is no hub. */
export const HUB_DEGREE = 8;

/**
 * What passing through an issue leaves of the confidence: every further step a little less, and the less the more ways
 * out the issue has, because a change that reaches a hub seldom goes on to each of its neighbours. Four times the degree
 * halve it.
 */
export function passingThrough(degree: number): number {
  return degree <= HUB_DEGREE ? STEP_FACTOR : STEP_FACTOR * Math.sqrt(HUB_DEGREE / degree);
}
