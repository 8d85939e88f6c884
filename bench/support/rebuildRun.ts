import type { Invocation, Sandbox } from '../../sandbox/api';
import { openSite, prepareSite, rebuild } from './mirrorSite';
import { serveAlone } from './ownProcess';
import { forgetPeak, peakMemory } from './peakMemory';

/** What a rebuild of a project of some size took, by the sandbox's meter. */
export interface RebuildFigures {
  readonly issues: number;
  readonly links: number;
  /** Of this machine, from the wish until the mirror is whole. */
  readonly milliseconds: number;
  /** Of the site's clock. */
  readonly minutes: number;
  /** In bytes: of the process, app and site together, when the rebuild began and at its highest. */
  readonly memory: { readonly before: number; readonly peak: number };
  readonly slices: number;
  readonly longestSlice: number;
  readonly points: number;
  readonly calls: number;
  readonly refusedCalls: number;
  readonly endpoints: readonly { readonly what: string; readonly calls: number; readonly points: number }[];
  readonly statements: number;
  readonly sqlMilliseconds: number;
  readonly slowest: { readonly what: string; readonly milliseconds: number };
  readonly dollars: number;
}

/** What others of the app's customers have used of the hour's points already. */
export const USED_BY_OTHERS = 40_000;

function slowestOf(invocations: readonly Invocation[]): RebuildFigures['slowest'] {
  const statements = invocations.flatMap(({ calls }) => calls).filter(({ kind }) => kind === 'sql');
  const [slowest] = statements.toSorted((one, other) => other.milliseconds - one.milliseconds);
  return slowest ?? { what: '', milliseconds: 0 };
}

function figuresOf(sandbox: Sandbox): Omit<RebuildFigures, 'milliseconds' | 'minutes' | 'memory' | 'links' | 'issues'> {
  const { meter } = sandbox;
  const invocations = meter.invocations();
  const unwell = invocations.find(({ outcome }) => outcome !== 'returned');
  if (unwell !== undefined) throw new Error(`${unwell.name} ${unwell.outcome}: ${unwell.log.join('\n')}`);
  const slices = invocations.filter(({ name }) => name === 'mirror-rebuild');
  const total = meter.total();
  const calls = invocations.flatMap((invocation) => invocation.calls).filter(({ kind }) => kind === 'jira');
  return {
    slices: slices.length,
    longestSlice: Math.max(...slices.map(({ milliseconds }) => milliseconds)),
    points: total.jiraPoints,
    calls: total.restCalls,
    refusedCalls: calls.filter(({ status }) => status === 429).length,
    endpoints: meter.byEndpoint().filter(({ kind }) => kind === 'jira'),
    statements: total.sqlStatements,
    sqlMilliseconds: total.sqlMilliseconds,
    slowest: slowestOf(invocations),
    dollars: total.dollars,
  };
}

async function count(sandbox: Sandbox, table: 'mirror_issue' | 'mirror_link'): Promise<number> {
  const [row] = await sandbox.query(`SELECT COUNT(*) AS total FROM ${table} WHERE gone = 0`);
  return Number(row?.['total']);
}

async function measure(directory: string): Promise<RebuildFigures> {
  const sandbox = await openSite(directory);
  sandbox.sqlQuota.set(sandbox.sqlQuota.documented);
  sandbox.quota.set({ used: USED_BY_OTHERS });
  sandbox.meter.reset();
  const before = process.memoryUsage.rss();
  forgetPeak();
  const started = performance.now();
  const minutes = await rebuild(sandbox);
  const milliseconds = performance.now() - started;
  const memory = { before, peak: peakMemory() };
  const figures = { ...figuresOf(sandbox), milliseconds, minutes, memory };
  const mirrored = { issues: await count(sandbox, 'mirror_issue'), links: await count(sandbox, 'mirror_link') };
  await sandbox.close();
  return { ...figures, ...mirrored };
}

if (require.main === module) {
  serveAlone({
    prepare: async (directory, [issues]) => (await prepareSite(directory, Number(issues))).close(),
    measure,
  });
}
