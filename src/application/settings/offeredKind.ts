import type { ProjectSettings } from '../../contract/settings';
import type { FeedbackKind } from '../../contract/vocabulary';
import { Refusal } from '../refusal';

/**
 * Refuses a kind of feedback that the project does not take any more.
 *
 * @throws Refusal `INVALID_INPUT` at `path`
 */
export function requireOffered(kind: FeedbackKind, { feedback }: ProjectSettings, path: string): void {
  if (!feedback.kinds.includes(kind)) throw new Refusal('INVALID_INPUT', { fields: [{ path, rule: 'not_a_choice' }] });
}
