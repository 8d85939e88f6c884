import type { Sandbox } from '../sandbox/api';
import { paragraph, smartLink } from '../sandbox/sample/adf';
import type { Bench } from './support/bench';
import { prepareSite, projectOf, rebuild } from './support/mirrorSite';
import { readBySearch } from './support/searchedReport';
import { duration, table, whole } from './support/report';

const SIZES = [50, 500, 5_000];
const ADMIN = 'sandbox-admin';

/** A page that mentions every issue of the project. */
function aPage({ site }: Sandbox, projectId: string, size: number): string {
  const { issues } = site.issues(projectId, { offset: 0, limit: size });
  const body = { type: 'doc', version: 1, content: issues.map(({ key }) => paragraph(smartLink(key))) } as const;
  return site.wiki.createPage({ space: 'HP', title: 'Everything', body, by: ADMIN }).id;
}

async function measured(sandbox: Sandbox, name: string, act: () => Promise<unknown>): Promise<readonly string[]> {
  sandbox.meter.reset();
  const started = performance.now();
  const answer = await act();
  const milliseconds = performance.now() - started;
  const { confluencePoints, sqlStatements } = sandbox.meter.total();
  const asked = sandbox.meter.byEndpoint().filter(({ kind }) => kind === 'jira');
  const jiraPoints = asked.reduce((sum, { points }) => sum + points, 0);
  const ok = typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok === true;
  if (!ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return [name, whole(jiraPoints), whole(confluencePoints), whole(sqlStatements), duration(milliseconds)];
}

async function compare(size: number): Promise<string> {
  const sandbox = await prepareSite(null, size);
  await rebuild(sandbox);
  const projectId = projectOf(sandbox);
  const show = (payload: object) => () =>
    sandbox.invoke({ moduleKey: 'requirement-status', procedure: 'summary.show', payload, accountId: ADMIN });
  const query = show({ source: 'jql', jql: 'project = GROWN ORDER BY id ASC' });
  const rows = [
    await measured(sandbox, 'page', show({ source: 'page', pageId: aPage(sandbox, projectId, size) })),
    await measured(sandbox, 'linked, 3 steps', show({ source: 'linked', issue: 'GROWN-1', depth: 3 })),
    await measured(sandbox, 'project', show({ source: 'project', project: 'GROWN' })),
    await measured(sandbox, 'query', query),
    await measured(sandbox, 'query, again', query),
    await measured(sandbox, 'plain search with all fields', () => readBySearch(sandbox, projectId)),
  ];
  await sandbox.close();
  const columns = ['', 'Jira points', 'Confluence points', 'SQL statements', 'time here'];
  return `${whole(size)} issues\n${table(columns, rows)}\n`;
}

/** What a view of the requirement status costs, beside a search with all fields on every view. */
export const requirementStatusBench: Bench = {
  title: `a view of the requirement status for ${SIZES.map(whole).join(', ')} issues, by the meter`,
  async run(print) {
    for (const size of SIZES) print(await compare(size));
  },
};
