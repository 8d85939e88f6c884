import { route } from '@forge/api';
import { z } from 'zod';
import type { IssueProperties } from '../../application/property/ports';
import { Refusal } from '../../application/refusal';
import { PROPERTY_KEY } from '../../domain/property/property';
import { askJiraAsApp, isRejection } from './jiraClient';

function isRefused(error: unknown): boolean {
  return isRejection(error) || (error instanceof Refusal && error.code === 'NOT_ALLOWED');
}

/**
 * Written as the app, since no person is there when a figure changes by time passing: 1 point each.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/
 */
export const jiraIssueProperties: IssueProperties = {
  async set(issueId, value) {
    const property = route`/rest/api/3/issue/${issueId}/properties/${PROPERTY_KEY}`;
    try {
      const answer = await askJiraAsApp({ route: property, method: 'PUT', body: value, unread: true }, z.undefined());
      return answer === null ? 'gone' : 'set';
    } catch (error) {
      if (isRefused(error)) return 'refused';
      throw error;
    }
  },
};
