import { remainingMilliseconds } from '../../adapters/invocation';
import { jiraIssueProperties } from '../../adapters/jira/jiraIssueProperties';
import { logNotice } from '../../adapters/log/log';
import { sqlProperties } from '../../adapters/sql/sqlProperties';
import { keepInStep } from '../../application/property/keepInStep';
import type { PropertyOutside } from '../../application/property/ports';
import { Refusal } from '../../application/refusal';

const propertyOutside: PropertyOutside = {
  properties: sqlProperties,
  jira: jiraIssueProperties,
  now: () => Date.now(),
  remaining: remainingMilliseconds,
};

/** Every five minutes: tells Jira's search and boards what is open on issues now. */
export async function onPropertySync(): Promise<void> {
  try {
    const written = await keepInStep(propertyOutside);
    if (written > 0) logNotice(`wrote ${written} issue properties`);
  } catch (error) {
    // The next run goes on where this one stopped.
    if (!(error instanceof Refusal)) throw error;
    logNotice(`issue properties wait: ${error.code}`);
  }
}
