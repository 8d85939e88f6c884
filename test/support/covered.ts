import { appendFileSync } from 'node:fs';
import { tier } from './tier';

type Counted =
  | 'crash cuts'
  | 'histories'
  | 'mutants'
  | 'procedures'
  | 'answers searched for leaks'
  | 'derived rows compared'
  | 'statements compared'
  | 'tampered journals'
  | 'writes kept through kill -9';

/**
 * Counts towards what the whole run says at its end: so many more of something, or one that counts once by its name,
 * however many tests cover it. To be called once it has really been covered.
 */
export function covered(what: Counted, more: number | string): void {
  const file = process.env['COUNTERSIGN_COVERED'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, more, engine: tier.engine })}\n`);
}
