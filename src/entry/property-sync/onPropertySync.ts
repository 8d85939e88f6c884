import { remainingMilliseconds } from '../../adapters/invocation';
import { confluenceBylines } from '../../adapters/confluence/confluenceBylines';
import { jiraIssueProperties } from '../../adapters/jira/jiraIssueProperties';
import { logNotice } from '../../adapters/log/log';
import { sqlEditions } from '../../adapters/sql/sqlEditions';
import { sqlPageNotes } from '../../adapters/sql/sqlPageNotes';
import { sqlProperties } from '../../adapters/sql/sqlProperties';
import { keepBylines } from '../../application/byline/keepBylines';
import type { BylineOutside } from '../../application/byline/ports';
import { keepInStep } from '../../application/property/keepInStep';
import type { PropertyOutside } from '../../application/property/ports';
import { Refusal } from '../../application/refusal';
import { sayByline } from './sayByline';

const propertyOutside: PropertyOutside = {
  properties: sqlProperties,
  jira: jiraIssueProperties,
  now: () => Date.now(),
  remaining: remainingMilliseconds,
};

const bylineOutside: BylineOutside = {
  notes: sqlPageNotes,
  bylines: confluenceBylines,
  editions: sqlEditions,
  say: sayByline,
  now: propertyOutside.now,
  remaining: remainingMilliseconds,
};

async function attempt(what: string, keep: () => Promise<number>): Promise<void> {
  try {
    const written = await keep();
    if (written > 0) logNotice(`${what}: ${written} looked after`);
  } catch (error) {
    // The next run goes on where this one stopped.
    if (!(error instanceof Refusal)) throw error;
    logNotice(`${what} wait: ${error.code}`);
  }
}

/** Every five minutes: tells Jira's search and boards what is open on issues now, and pages what their bylines say. */
export async function onPropertySync(): Promise<void> {
  await attempt('issue properties', () => keepInStep(propertyOutside));
  await attempt('bylines', () => keepBylines(bylineOutside));
}
