import type { IssueLabel } from '../../../../src/contract/issues';
import { readJira } from './bridge';

const MOST = 12;
const KEY = /^[A-Za-z][A-Za-z0-9_]+-[1-9]\d*$/u;

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function labelOf(issue: unknown): readonly IssueLabel[] {
  const [id, key, summary] = [member(issue, 'id'), member(issue, 'key'), member(member(issue, 'fields'), 'summary')];
  if (typeof id !== 'string' || typeof key !== 'string' || typeof summary !== 'string') return [];
  return [{ id, key, summary }];
}

/** Words without what Jira's text search takes for operators. */
function wordsOf(text: string): string {
  return text
    .replace(/["'\\+\-&|!(){}[\]^~*?:/]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

async function search(jql: string): Promise<readonly IssueLabel[]> {
  const query = new URLSearchParams({ jql, fields: 'summary', maxResults: String(MOST) });
  const issues = member(await readJira(`/rest/api/3/search/jql?${query.toString()}`), 'issues');
  return Array.isArray(issues) ? issues.flatMap(labelOf) : [];
}

/**
 * The issues of a project that the viewer sees and whose summary has all the words, or that one which has this key;
 * the latest touched first.
 *
 * @throws when Jira refuses or cannot be reached.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/
 */
export async function findIssues(projectId: string, text: string): Promise<readonly IssueLabel[]> {
  const typed = text.trim();
  if (KEY.test(typed)) {
    // Jira refuses a search for a key that does not exist: then nothing is found.
    const found = await search(`project = ${projectId} AND key = "${typed.toUpperCase()}"`).catch(() => []);
    if (found.length > 0) return found;
  }
  const words = wordsOf(typed);
  const filter = words === '' ? '' : ` AND summary ~ "${words}*"`;
  return search(`project = ${projectId}${filter} ORDER BY updated DESC`);
}
