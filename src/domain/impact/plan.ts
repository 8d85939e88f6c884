import type { Effort } from '../../contract/issues';
import type { ProjectSettings } from '../../contract/settings';
import { NO_EFFORT, plus, times } from './effort';
import { NONE } from './facts';
import type { ImpactFacts, VersionFacts } from './facts';
import type { Kinds } from './kinds';
import type { LinkTypeRule } from './routes';
import { counted } from './scope';
import type { AffectedIssue } from './scope';
import type { Sizes } from './sizes';

/** A version that is still to be delivered, with the open issues and the work on it. */
export interface Milestone {
  readonly version: VersionFacts;
  /** Tasks of the plan. */
  readonly tasks: Int32Array;
  readonly openIssues: number;
}

interface Efforts {
  readonly low: Float64Array;
  readonly likely: Float64Array;
  readonly high: Float64Array;
}

/** What is to be done in the project without and with the change; tasks by index, the same in both. */
export interface Plan {
  /** The issue that each task is. */
  readonly issues: readonly number[];
  readonly before: Efforts;
  readonly after: Efforts;
  readonly dependencies: { readonly task: Int32Array; readonly predecessor: Int32Array };
  /** The earliest date first, those without one last. */
  readonly milestones: readonly Milestone[];
  /** Tasks that wait as long as nobody decides. */
  readonly held: readonly number[];
  /** Open issues, and those of them whose effort is not their own estimate. */
  readonly open: number;
  readonly withoutEstimate: number;
  /** Open issues of which nothing is known at all. */
  readonly withoutEffort: number;
}

export interface PlanContext {
  readonly facts: ImpactFacts;
  readonly kinds: Kinds;
  readonly sizes: Sizes;
  readonly rules: readonly LinkTypeRule[];
  readonly settings: ProjectSettings;
  readonly starts: readonly number[];
  readonly dropped: ReadonlySet<number>;
  readonly rows: readonly AffectedIssue[];
  /** Effort of the change itself. */
  readonly effort: Effort | null;
}

/** Which end of a link has to wait for the other; null when neither does. */
function waitingEnd({ meaning, subject }: LinkTypeRule): 'source' | 'destination' | null {
  const other = subject === 'source' ? 'destination' : 'source';
  switch (meaning) {
    case 'contains':
    case 'dependsOn':
    case 'tests':
      return subject;
    case 'implements':
      return other;
    case 'duplicates':
    case 'relates':
    case 'ignore':
      return null;
  }
}

function dependenciesOf({ facts, rules }: PlanContext, taskOf: ReadonlyMap<number, number>): Plan['dependencies'] {
  const [task, predecessor]: [number[], number[]] = [[], []];
  const add = (waiting: number, other: number) => {
    const [last, first] = [taskOf.get(waiting), taskOf.get(other)];
    if (last === undefined || first === undefined || last === first) return;
    task.push(last);
    predecessor.push(first);
  };
  const { type, source, destination } = facts.links;
  for (let link = 0; link < type.length; link += 1) {
    const end = waitingEnd(rules[type[link]!]!);
    if (end === 'source') add(source[link]!, destination[link]!);
    if (end === 'destination') add(destination[link]!, source[link]!);
  }
  facts.issues.parent.forEach((parent, child) => {
    if (parent !== NONE) add(parent, child);
  });
  return { task: Int32Array.from(task), predecessor: Int32Array.from(predecessor) };
}

function byDate(a: VersionFacts, b: VersionFacts): number {
  const [dayOfA, dayOfB] = [a.date ?? '9999', b.date ?? '9999'];
  return dayOfA < dayOfB ? -1 : dayOfA > dayOfB ? 1 : Number(a.id) - Number(b.id);
}

function milestonesOf(context: PlanContext, issues: readonly number[], open: ReadonlySet<number>): Milestone[] {
  const { facts, starts } = context;
  const pending = (version: number) => !facts.versions[version]!.released && !facts.versions[version]!.archived;
  const versionsOf = (issue: number) => facts.issues.versions[issue]!.filter(pending);
  const ofChange = [...new Set(starts.flatMap(versionsOf))];
  const tasks = new Map<number, number[]>();
  const openIssues = new Map<number, number>();
  issues.forEach((issue, task) => {
    const own = versionsOf(issue);
    // What is done over belongs to a delivered version, and is needed where the change itself is.
    for (const version of open.has(issue) || own.length > 0 ? own : ofChange) {
      const those = tasks.get(version) ?? [];
      those.push(task);
      tasks.set(version, those);
      if (open.has(issue)) openIssues.set(version, (openIssues.get(version) ?? 0) + 1);
    }
  });
  return [...tasks]
    .map(([version, of]) => ({
      version: facts.versions[version]!,
      tasks: Int32Array.from(of),
      openIssues: openIssues.get(version) ?? 0,
    }))
    .toSorted((a, b) => byDate(a.version, b.version));
}

function columns(efforts: readonly Effort[]): Efforts {
  return {
    low: Float64Array.from(efforts, ({ low }) => low),
    likely: Float64Array.from(efforts, ({ likely }) => likely),
    high: Float64Array.from(efforts, ({ high }) => high),
  };
}

/** What the change adds to each issue that it touches: expected rework, and its own effort where it begins. */
function addedBy({ rows, effort, starts }: PlanContext, open: ReadonlySet<number>): Map<number, Effort> {
  const added = new Map<number, Effort>();
  const add = (issue: number, more: Effort) => added.set(issue, plus(added.get(issue) ?? NO_EFFORT, more));
  for (const row of counted(rows)) if (row.effort !== null) add(row.issue, times(row.effort, row.confidence));
  const openStarts = starts.filter((start) => open.has(start));
  const bearers = openStarts.length > 0 ? openStarts : starts;
  if (effort !== null) for (const start of bearers) add(start, times(effort, 1 / bearers.length));
  return added;
}

/**
 * The project's open work as tasks, and what the change makes of it: what it touches takes longer, what is delivered is
 * done over, what it drops falls away. Work that the change needs counts for the milestones of its requirements.
 */
export function planOf(context: PlanContext): Plan {
  const { facts, kinds, sizes, starts, dropped } = context;
  const all = facts.issues.id.map((_, issue) => issue);
  const openIssues = all.filter((issue) => !kinds.isDone(issue) && facts.issues.foreign[issue] === 0);
  const open = new Set(openIssues);
  const added = addedBy(context, open);
  const issues = [...openIssues, ...[...added.keys()].filter((issue) => !open.has(issue))];
  const taskOf = new Map(issues.map((issue, task) => [issue, task]));
  const left = issues.map((issue) => (open.has(issue) ? sizes.left(issue) : NO_EFFORT));
  const before = left.map((effort) => effort ?? NO_EFFORT);
  const after = before.map((effort, task) => {
    const kept = dropped.has(issues[task]!) ? NO_EFFORT : effort;
    return plus(kept, added.get(issues[task]!) ?? NO_EFFORT);
  });
  return {
    issues,
    before: columns(before),
    after: columns(after),
    dependencies: dependenciesOf(context, taskOf),
    milestones: milestonesOf(context, issues, open),
    held: starts.flatMap((start) => taskOf.get(start) ?? []),
    open: openIssues.length,
    withoutEstimate: openIssues.filter((issue) => !sizes.hasEstimate(issue)).length,
    withoutEffort: left.filter((effort) => effort === null).length,
  };
}
