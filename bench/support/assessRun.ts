import type { Sandbox } from '../../sandbox/api';
import type { ImpactResult } from '../../src/contract/impact';
import { PEOPLE } from '../../test/support/people';
import { changedOn, prepareAffected } from './affectedSite';
import { openSite } from './mirrorSite';
import { serveAlone } from './ownProcess';
import { forgetPeak, peakMemory } from './peakMemory';
import { median } from './report';

/** What one assessment took, by the sandbox's meter. */
interface AssessedFigures {
  /** Issues that the change affects, and those of them that are listed. */
  readonly affected: number;
  readonly listed: number;
  readonly basis: ImpactResult['schedule']['basis'];
  /** From the call to its answer, of the first one and the median of those after it. */
  readonly first: number;
  readonly milliseconds: number;
  readonly sqlMilliseconds: number;
  readonly slowestStatement: number;
  readonly statements: number;
  readonly calls: number;
  readonly points: number;
  readonly dollars: number;
  /** Of the answer, in bytes. */
  readonly bytes: number;
}

interface OneByOne {
  readonly calls: number;
  readonly points: number;
  readonly milliseconds: number;
}

/** Assessments of one project. */
export interface AssessFigures {
  readonly issues: number;
  readonly links: number;
  readonly open: number;
  /** A change of a requirement with a known number of issues behind it. */
  readonly requirement: AssessedFigures;
  /** A change of an issue that 400 others require, from everywhere in the project. */
  readonly hub: AssessedFigures;
  /** In bytes: of the process, app and site together, before the first assessment and at its highest. */
  readonly memory: { readonly before: number; readonly peak: number };
  /** The requirement's list by asking Jira for each issue; null where that was not wanted. */
  readonly oneByOne: OneByOne | null;
}

const REPEATED = 5;
const FIELDS = 'summary,status,issuetype,parent,fixVersions,timetracking,issuelinks';

async function assessOnce(sandbox: Sandbox, issueId: string) {
  sandbox.meter.reset();
  const place = { moduleKey: 'impact-panel', accountId: PEOPLE.member, issueIdOrKey: issueId };
  const started = performance.now();
  const answer = await sandbox.invoke({ ...place, procedure: 'impact.assess', payload: { issueId, reviews: [] } });
  const milliseconds = performance.now() - started;
  const [invocation] = sandbox.meter.invocations();
  const { ok, data: result } = Object(answer) as { ok?: boolean; data?: ImpactResult };
  const text = JSON.stringify(answer);
  if (ok !== true || result === undefined || invocation === undefined) throw new Error(`No result: ${text}`);
  return { result, bytes: Buffer.byteLength(text), milliseconds, invocation };
}

async function assess(sandbox: Sandbox, issueId: string) {
  const first = await assessOnce(sandbox, issueId);
  const repeated: (typeof first)[] = [];
  for (let run = 0; run < REPEATED; run += 1) repeated.push(await assessOnce(sandbox, issueId));
  const { result, invocation, bytes } = repeated.at(-1) ?? first;
  const { scope, schedule, warnings } = result;
  const unlisted = warnings.find(({ code }) => code === 'truncated')?.count ?? 0;
  const statements = invocation.calls.filter(({ kind }) => kind === 'sql');
  const figures: AssessedFigures = {
    affected: scope.rows.length + scope.hidden + unlisted,
    listed: scope.rows.length,
    basis: schedule.basis,
    first: first.milliseconds,
    milliseconds: median(repeated.map(({ milliseconds }) => milliseconds)),
    sqlMilliseconds: invocation.sqlMilliseconds,
    slowestStatement: Math.max(...statements.map(({ milliseconds }) => milliseconds)),
    statements: invocation.sqlStatements,
    calls: invocation.restCalls,
    points: invocation.jiraPoints,
    dollars: invocation.dollars,
    bytes,
  };
  return { figures, listed: scope.rows.map(({ issue }) => issue.id) };
}

/** What a panel without a mirror has to do for the same list: read each issue for its own fields and its links. */
async function readOneByOne(sandbox: Sandbox, issueIds: readonly string[]): Promise<OneByOne> {
  sandbox.meter.reset();
  const started = performance.now();
  for (const id of issueIds) {
    const path = `/rest/api/3/issue/${id}?fields=${FIELDS}`;
    const headers = { accept: 'application/json' };
    const answer = await sandbox.requestJira({ accountId: PEOPLE.member, method: 'GET', path, headers, body: null });
    if (!answer.ok) throw new Error(`Jira answered ${answer.status}`);
    await answer.json();
  }
  const milliseconds = performance.now() - started;
  const asked = sandbox.meter.byEndpoint().filter(({ kind }) => kind === 'jira');
  const sum = (of: (one: (typeof asked)[number]) => number) => asked.reduce((all, one) => all + of(one), 0);
  return { calls: sum(({ calls }) => calls), points: sum(({ points }) => points), milliseconds };
}

async function count(sandbox: Sandbox, what: string): Promise<number> {
  const [row] = await sandbox.query(`SELECT COUNT(*) AS total FROM ${what}`);
  return Number(row?.['total']);
}

async function measure(directory: string, [alsoOneByOne]: readonly string[]): Promise<AssessFigures> {
  const sandbox = await openSite(directory);
  sandbox.sqlQuota.set(sandbox.sqlQuota.documented);
  sandbox.quota.set({ used: 0 });
  const { requirementId, hubId } = changedOn(sandbox);
  const before = process.memoryUsage.rss();
  forgetPeak();
  const requirement = await assess(sandbox, requirementId);
  const hub = await assess(sandbox, hubId);
  const memory = { before, peak: peakMemory() };
  const read = alsoOneByOne === undefined ? null : await readOneByOne(sandbox, [requirementId, ...requirement.listed]);
  const counts = {
    issues: await count(sandbox, 'mirror_issue WHERE gone = 0'),
    links: await count(sandbox, 'mirror_link WHERE gone = 0'),
    open: await count(sandbox, "mirror_issue WHERE gone = 0 AND status_category <> 'done'"),
  };
  await sandbox.close();
  return { ...counts, requirement: requirement.figures, hub: hub.figures, memory, oneByOne: read };
}

if (require.main === module) {
  serveAlone({
    prepare: (directory, [issues, affected, estimated]) =>
      prepareAffected(directory, { issues: Number(issues), affected: Number(affected), estimated: Number(estimated) }),
    measure,
  });
}
