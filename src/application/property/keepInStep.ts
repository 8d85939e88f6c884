import { propertyOf } from '../../domain/property/property';
import { Refusal } from '../refusal';
import type { OutOfStep, PropertyOutside } from './ports';

const MINUTE = 60 * 1_000;
const HOUR = 60 * MINUTE;
const BATCH = 50;
/** A point each: twelve runs an hour leave nine tenths of what the app may ask of all sites to everything else. */
const MOST_WRITES = 500;
/** What one request and the statement after it take at most, with the end of the invocation. */
const LAST_ROUND = 45_000;
/** Where the app may not write, an administrator may change that. */
const AFTER_REFUSAL = 6 * HOUR;
/** One issue on which Jira fails must not keep the others waiting. */
const AFTER_FAILURE = 15 * MINUTE;
const DEFAULT_PAUSE = 5 * MINUTE;
/** Whoever edits an issue can overwrite its properties: what was given long ago is given again. */
const LONG_AGO = 7 * 24 * HOUR;

/** Postpones what a failure has shown cannot be done now; the run ends with it. */
async function noteFailure({ properties, now }: PropertyOutside, issueId: string, error: unknown): Promise<void> {
  if (!(error instanceof Refusal)) return;
  const { retryAfterSeconds } = error.details;
  const wait = retryAfterSeconds === undefined ? DEFAULT_PAUSE : retryAfterSeconds * 1_000;
  if (error.code === 'JIRA_RATE_LIMITED') await properties.pause(now() + wait);
  else await properties.postpone(issueId, now() + AFTER_FAILURE);
}

async function write(outside: PropertyOutside, issue: OutOfStep): Promise<'set' | 'gone' | 'refused'> {
  try {
    return await outside.jira.set(issue.issueId, propertyOf(issue));
  } catch (error) {
    await noteFailure(outside, issue.issueId, error);
    throw error;
  }
}

/** Writes one after the other, and remembers what was written even if one of them fails. */
async function writeAll(outside: PropertyOutside, issues: readonly OutOfStep[]): Promise<number> {
  const { properties, now, remaining } = outside;
  const given: OutOfStep[] = [];
  let written = 0;
  try {
    for (const issue of issues) {
      if (remaining() < LAST_ROUND) break;
      const outcome = await write(outside, issue);
      if (outcome === 'refused') await properties.postpone(issue.issueId, now() + AFTER_REFUSAL);
      // What is gone has no property to be out of step.
      else given.push(issue);
      if (outcome === 'set') written += 1;
    }
  } finally {
    await properties.given(given, now());
  }
  return written;
}

/**
 * Gives issues whose figures have changed, also by time passing, their property anew, until all are in step, this run has
 * written enough or time runs short. One that was written and not remembered is written again by the next run.
 *
 * @returns how many were written
 * @throws Refusal when Jira or the storage does not answer; the next run goes on from there
 */
export async function keepInStep(outside: PropertyOutside): Promise<number> {
  let written = 0;
  for (let asked = 0; asked < MOST_WRITES && outside.remaining() > LAST_ROUND; asked += BATCH) {
    const now = outside.now();
    const issues = await outside.properties.outOfStep(now, now - LONG_AGO, BATCH);
    written += await writeAll(outside, issues);
    if (issues.length < BATCH) break;
  }
  return written;
}
