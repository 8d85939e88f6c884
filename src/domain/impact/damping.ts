/** What each step after the first leaves of the confidence. */
const STEP_FACTOR = 0.9;

/** Up to this many ways out an issue is no hub. */
const HUB_DEGREE = 8;

/**
 * What is left of the confidence when a change passes through an issue and goes on along a link of this strength: every
 * further step takes a little, and a hub the more, the more ways out it has and the weaker the link is. What depends on a
 * hub follows it, whatever else hangs on the hub; what is merely related to it seldom does.
 *
 * @param degree how many edges leave the issue.
 */
export function passingThrough(degree: number, strength: number): number {
  if (degree <= HUB_DEGREE) return STEP_FACTOR;
  const share = HUB_DEGREE / degree;
  const followed = share + (1 - share) * strength;
  return STEP_FACTOR * followed * followed;
}
