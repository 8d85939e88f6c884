import { propertyOf } from '../../domain/property/property';
import type { OutOfStep, PropertyOutside } from './ports';

const BATCH = 50;
/** What one request and one statement take at most, with the end of the invocation. */
const ONE_ROUND = 45_000;
/** An issue that the app may not write to is tried again a day later: somebody may have let it. */
const PATIENCE = 24 * 60 * 60 * 1_000;

async function write(outside: PropertyOutside, issue: OutOfStep): Promise<number> {
  const outcome = await outside.jira.set(issue.issueId, propertyOf(issue));
  if (outcome === 'refused') await outside.properties.postpone(issue.issueId, outside.now() + PATIENCE);
  // What is gone has no property to be in step: it is not asked for again until its figures change.
  else await outside.properties.given([issue]);
  return outcome === 'set' ? 1 : 0;
}

/**
 * Gives issues whose figures have changed, also by time passing, their property anew, until all are in step or time runs
 * short. One that was written and not remembered is written again.
 *
 * @returns how many were written
 * @throws Refusal when Jira asks to wait; the next run goes on from there
 */
export async function keepInStep(outside: PropertyOutside): Promise<number> {
  let written = 0;
  for (;;) {
    const issues = await outside.properties.outOfStep(outside.now(), BATCH);
    for (const issue of issues) {
      if (outside.remaining() < ONE_ROUND) return written;
      written += await write(outside, issue);
    }
    if (issues.length < BATCH) return written;
  }
}
