import { readJira } from './bridge';

/** How many accounts one request asks for, so that its address stays short. */
const BATCH = 50;

function entries(answer: unknown): readonly (readonly [string, string])[] {
  if (typeof answer !== 'object' || answer === null || !('values' in answer)) return [];
  if (!Array.isArray(answer.values)) return [];
  const values: readonly unknown[] = answer.values;
  return values.flatMap((user) => {
    if (typeof user !== 'object' || user === null || !('accountId' in user && 'displayName' in user)) return [];
    const { accountId, displayName } = user;
    return typeof accountId === 'string' && typeof displayName === 'string' ? [[accountId, displayName] as const] : [];
  });
}

/**
 * The present names of accounts, by account id; those that Jira does not tell are left out.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
 */
export async function findNames(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(accountIds)].sort();
  const batches: string[][] = [];
  for (let start = 0; start < wanted.length; start += BATCH) batches.push(wanted.slice(start, start + BATCH));
  const answers = await Promise.all(
    batches.map((batch) => {
      const query = new URLSearchParams([['maxResults', String(BATCH)], ...batch.map((id) => ['accountId', id])]);
      return readJira(`/rest/api/3/user/bulk?${query.toString()}`).catch(() => null);
    }),
  );
  return new Map(answers.flatMap(entries));
}
