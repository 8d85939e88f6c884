import type { Sandbox } from '../../sandbox/api';
import { PEOPLE } from './people';
import type { PreparedSandbox } from './sandbox';

const KEY = 'countersign';

/** What the issue's property holds in Jira; undefined when it has none. */
export function propertyOn({ site }: Sandbox, issueId: string): unknown {
  return site.properties.find(issueId, KEY);
}

/** Somebody who may edit the issue overwrites its property. */
export function overwrite({ site }: Sandbox, issueId: string, value: unknown): void {
  site.properties.write(issueId, KEY, value);
}

/** The figures as the property should hold them. */
export function figures(changes: number, tier: string, open = 0, overdue = 0) {
  return { changes: { open: changes, tier }, feedback: { open, overdue } };
}

/** How many properties the schedule writes in one run. */
export async function writtenBy(run: () => Promise<unknown>, { meter }: Sandbox): Promise<number> {
  meter.reset();
  await run();
  const calls = meter.invocations().flatMap((invocation) => invocation.calls);
  return calls.filter(({ kind, what }) => kind === 'jira' && what.startsWith('PUT ')).length;
}

/** The badge that the person finds beside the label; null when there is none. */
export async function badgeFor({ sandbox }: PreparedSandbox, accountId: string, issueId: string): Promise<unknown> {
  const request = { moduleKey: 'impact-context', accountId, issueIdOrKey: issueId };
  const answer = (await sandbox.dynamicProperties(request)) as { readonly status?: { readonly value: unknown } };
  return answer.status?.value ?? null;
}

/** The keys of the issues that a search finds for the person. */
export async function found(sandbox: Sandbox, jql: string, accountId: string = PEOPLE.admin): Promise<unknown> {
  const response = await sandbox.requestJira({
    accountId,
    method: 'POST',
    path: '/rest/api/3/search/jql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jql, fields: ['key'] }),
  });
  const { issues } = (await response.json()) as { readonly issues: readonly { readonly key: string }[] };
  return issues.map(({ key }) => key);
}
