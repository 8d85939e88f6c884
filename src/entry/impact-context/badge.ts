import { z } from 'zod';
import { jiraVisibility } from '../../adapters/jira/jiraVisibility';
import { sqlProperties } from '../../adapters/sql/sqlProperties';
import { showBadge } from '../../application/property/showBadge';
import type { Badge } from '../../domain/property/badge';
import { reportError } from '../reportError';

const placeShape = z.object({ extension: z.object({ issue: z.object({ id: z.string().regex(/^\d{1,20}$/u) }) }) });

/**
 * The badge beside the label of the list of change requests. The platform asks when the issue is opened and when the list
 * is folded in. Whatever goes wrong, and whoever may not see the issue, gets a label without a badge.
 *
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/
 */
export async function impactBadge(event: unknown): Promise<{ readonly status?: Badge }> {
  try {
    const { extension } = placeShape.parse(event);
    const badge = await showBadge({ visibility: jiraVisibility, properties: sqlProperties }, extension.issue.id);
    return badge === null ? {} : { status: badge };
  } catch (error) {
    reportError(error, 'impact badge');
    return {};
  }
}
