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

/** A person of the site, as Jira names them to the viewer. */
export interface FoundPerson {
  readonly accountId: string;
  readonly name: string;
}

const MOST_FOUND = 20;

/**
 * People whom Jira finds for what was typed, as far as it lets the viewer see them; apps are left out.
 *
 * @throws when Jira refuses or cannot be reached.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get
 */
export async function findPeople(query: string): Promise<readonly FoundPerson[]> {
  const parameters = new URLSearchParams({ query, maxResults: String(MOST_FOUND) });
  const found = await readJira(`/rest/api/3/user/search?${parameters.toString()}`);
  if (!Array.isArray(found)) return [];
  const isApp = (user: unknown) =>
    typeof user === 'object' && user !== null && Reflect.get(user, 'accountType') === 'app';
  const people = found.filter((user) => !isApp(user));
  return entries({ values: people }).map(([accountId, name]) => ({ accountId, name }));
}
