import type { ProcedurePayload } from '../../../../../../src/contract/procedures';

/** What a person says of one issue, as the back end takes it. */
export type Review = ProcedurePayload<'change.review'>['reviews'][number];

/** The reviews with one more; what was said of the same issue before is replaced, `clear` takes it back. */
export function withReview(reviews: readonly Review[], review: Review): readonly Review[] {
  const others = reviews.filter(({ issueId }) => issueId !== review.issueId);
  return review.verdict === 'clear' ? others : [...others, review];
}

function isEffort(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['low', 'likely', 'high'].every((part) => typeof Reflect.get(value, part) === 'number');
}

function isReview(value: unknown): value is Review {
  if (typeof value !== 'object' || value === null || !('issueId' in value && 'verdict' in value)) return false;
  const effort: unknown = Reflect.get(value, 'effort');
  const reason: unknown = Reflect.get(value, 'reason');
  const said = typeof reason === 'string';
  if (typeof value.issueId !== 'string') return false;
  if (value.verdict === 'adjust') return isEffort(effort) && (said || reason === null);
  if (value.verdict !== 'include' && value.verdict !== 'exclude') return false;
  return said && (effort === null || isEffort(effort));
}

/** The reviews of a stored draft; null when it is none. */
export function storedReviews(stored: unknown): readonly Review[] | null {
  return Array.isArray(stored) && stored.every(isReview) ? stored : null;
}
