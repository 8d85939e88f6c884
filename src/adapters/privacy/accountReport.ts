import { privacy } from '@forge/api';
import type { AccountReport } from '../../application/privacy/reportAccounts';
import { Refusal } from '../../application/refusal';

/**
 * Tells the platform of account ids that the app stores.
 *
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/privacy-api/
 */
export const accountReport: AccountReport = async (accounts) => {
  try {
    const updates = await privacy.reportPersonalData(
      accounts.map(({ accountId, since }) => ({ accountId, updatedAt: new Date(since).toISOString() })),
    );
    return updates.flatMap(({ accountId, status }) => (status === 'closed' ? [accountId] : []));
  } catch (error) {
    // The package rejects with the answer itself when it is neither 200 nor 204.
    throw new Refusal('JIRA_UNAVAILABLE', { cause: error });
  }
};
