import type { StaleReason } from '../../contract/change';

/** An issue as far as an assessment may go out of date by it. */
export interface Surrounding {
  readonly projectId: string;
  readonly status: string;
  /** Seconds. */
  readonly original: number | null;
  readonly versions: string;
  /** Of the summary, in so few digits that nobody learns it from them. */
  readonly summary: string;
  /** What it is joined to and how: `type>id` and `type<id` for links, `^id` for the parent, `v id` for children. */
  readonly joined: readonly string[];
}

/** By the issue's id; what has been deleted is missing. */
export type Surroundings = Readonly<Record<string, Surrounding>>;

export interface StaleIssue {
  readonly issue: string;
  readonly what: readonly StaleReason[];
}

/** The id of the issue at the other end of a joint. */
function otherEnd(joint: string): string {
  return /\d+$/u.exec(joint)?.[0] ?? '';
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === new Set(a).size;
}

function reasons(before: Surrounding, now: Surrounding | undefined): readonly StaleReason[] {
  if (now === undefined) return ['deleted'];
  if (now.projectId !== before.projectId) return ['moved'];
  const differing = { status: 'status', original: 'estimate', versions: 'version', summary: 'summary' } as const;
  const found = (['status', 'original', 'versions', 'summary'] as const).filter((key) => now[key] !== before[key]);
  const what = found.map((key) => differing[key]);
  return isSameSet(before.joined, now.joined) ? what : [...what, 'links'];
}

/**
 * What has changed of the issues that an assessment names and around them: each with what, and issues that have been
 * joined to them and that were nowhere near before.
 */
export function staleIssues(before: Surroundings, now: Surroundings): readonly StaleIssue[] {
  const changed = Object.entries(before).flatMap(([issue, surrounding]) => {
    const what = reasons(surrounding, now[issue]);
    return what.length === 0 ? [] : [{ issue, what }];
  });
  const known = new Set(Object.entries(before).flatMap(([issue, { joined }]) => [issue, ...joined.map(otherEnd)]));
  const around = new Set(Object.values(now).flatMap(({ joined }) => joined.map(otherEnd)));
  const added = [...around].filter((issue) => !known.has(issue));
  return [...changed, ...added.map((issue) => ({ issue, what: ['added' as const] }))];
}
