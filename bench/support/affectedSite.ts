import type { Issue, Sandbox } from '../../sandbox/api';
import { prepareSite, projectOf, rebuild } from './mirrorSite';

/** What the site of an assessment is like. */
export interface AffectedSite {
  readonly issues: number;
  /** How many of its issues the change of the requirement affects. */
  readonly affected: number;
  /** How many of its issues have an estimate, from 0 to 1. */
  readonly estimated: number;
}

const REQUIRES = { type: 'Requires', outward: 'requires', inward: 'is required by' } as const;
/** Each branch of the requirement has so many leaves for each branch there is. */
const LEAVES_PER_BRANCH = 1.25;
const HOUR = 60 * 60;
const REQUIREMENT = 'The requirement that changes';
/** An issue like any other, until many issues all over the project require it. */
const HUB = 'GROWN-7';
const REQUIRE_HUB = 400;

interface Changed {
  readonly requirementId: string;
  readonly hubId: string;
}

function issuesOf(sandbox: Sandbox): readonly Issue[] {
  return sandbox.site.issues(projectOf(sandbox), { offset: 0, limit: 100_000 }).issues;
}

/** The two issues whose change is assessed. */
export function changedOn(sandbox: Sandbox): Changed {
  const issues = issuesOf(sandbox);
  const requirement = issues.find(({ summary }) => summary === REQUIREMENT);
  const hub = issues.find(({ key }) => key === HUB);
  if (requirement === undefined || hub === undefined) throw new Error('What changes is missing');
  return { requirementId: requirement.id, hubId: hub.id };
}

/** A requirement, issues that require it, and issues that require those: so many in all that its change affects. */
function plantTree({ site }: Sandbox, project: string, { affected, estimated }: AffectedSite): void {
  const versions = site.versions(project).filter(({ released }) => !released);
  const create = (summary: string, at: number): Issue =>
    site.createIssue({
      project,
      summary,
      type: 'Story',
      status: 'To Do',
      statusCategory: 'new',
      fixVersions: versions.slice(at % versions.length, (at % versions.length) + 1).map(({ name }) => name),
      originalEstimateSeconds: estimated > 0 ? HOUR * (1 + (at % 40)) : null,
    });
  const requirement = create(REQUIREMENT, 0);
  const branches: Issue[] = [];
  const wanted = Math.round(Math.sqrt(affected / LEAVES_PER_BRANCH));
  for (let at = 1; at <= affected; at += 1) {
    const issue = create(`What follows from it (${at})`, at);
    const required = branches.length < wanted ? requirement : branches[at % wanted];
    if (required === requirement) branches.push(issue);
    site.addLink({ ...REQUIRES, from: issue.key, to: required?.key ?? requirement.key });
  }
}

function plantHub({ site }: Sandbox, issues: readonly Issue[]): void {
  const others = issues.filter(({ key }) => key !== HUB);
  for (let at = 0; at < REQUIRE_HUB; at += 1) {
    const from = others[Math.floor((at * others.length) / REQUIRE_HUB)];
    if (from !== undefined) site.addLink({ ...REQUIRES, from: from.key, to: HUB });
  }
}

/** Makes the site in a folder and has its project read whole by the app. */
export async function prepareAffected(directory: string, wanted: AffectedSite): Promise<void> {
  const { issues, affected, estimated } = wanted;
  const sandbox = await prepareSite(directory, issues - affected - 1, { estimated });
  plantHub(sandbox, issuesOf(sandbox));
  plantTree(sandbox, projectOf(sandbox), wanted);
  await rebuild(sandbox);
  await sandbox.close();
}
