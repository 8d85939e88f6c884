import type { ImportedIssue } from '../../sandbox/import/imported';

const MILLISECONDS_A_DAY = 86_400_000;

/** From when to when an issue was resolved, in days since 1970; `until` is infinite if it is to this day. */
interface Spell {
  readonly issue: number;
  readonly from: number;
  readonly until: number;
}

/** When the issues of a project were resolved, as one could see it on any day. */
export interface Resolutions {
  /** How many issues there are, and how many of them are resolved at the end. */
  readonly issues: number;
  readonly resolvedAtEnd: number;
  /** The last instant of which the file tells anything. */
  readonly end: number;
  /** The issues that were resolved on a day, each by the instant at which that had come to be. */
  readonly knownOn: (day: number) => Float64Array;
  /** The instant at which so many different issues had been resolved after a day; infinite if that has not happened. */
  readonly reached: (day: number, count: number) => number;
}

function daysOf(instant: string): number {
  return Date.parse(instant) / MILLISECONDS_A_DAY;
}

/** The spells of one issue by its changes of resolution; without them, what the issue itself says now. */
function spellsOf({ issue }: ImportedIssue, index: number): Spell[] {
  const spells: Spell[] = [];
  let from: number | null = null;
  for (const { field, at, to } of issue.history) {
    if (field !== 'resolution') continue;
    if (to === null || to === '') {
      if (from !== null) spells.push({ issue: index, from, until: daysOf(at) });
      from = null;
    } else from ??= daysOf(at);
  }
  if (issue.resolved === null) {
    // Reopened without a trace, at some time before the last change.
    if (from !== null) spells.push({ issue: index, from, until: Math.max(from, daysOf(issue.updated)) });
    return spells;
  }
  return [...spells, { issue: index, from: from ?? daysOf(issue.resolved), until: Infinity }];
}

function lastInstant({ issue }: ImportedIssue): number {
  const instants = [issue.created, issue.updated, issue.resolved, ...issue.history.map(({ at }) => at)];
  return Math.max(...instants.map((instant) => (instant === null ? 0 : daysOf(instant))));
}

/**
 * A project's resolutions. An issue counts as resolved from when its resolution was set until it was cleared; one that
 * was reopened later counts on the days before, because that is what one saw then.
 */
export function resolutionsOf(imported: readonly ImportedIssue[]): Resolutions {
  const spells = imported.flatMap(spellsOf).sort((a, b) => a.from - b.from);
  return {
    issues: imported.length,
    resolvedAtEnd: imported.filter(({ issue }) => issue.resolved !== null).length,
    end: imported.reduce((latest, issue) => Math.max(latest, lastInstant(issue)), 0),
    knownOn: (day) =>
      Float64Array.from(spells.filter(({ from, until }) => from <= day && until > day).map(({ from }) => from)),
    reached: (day, count) => {
      const seen = new Set<number>();
      for (const { issue, from } of spells) {
        if (from > day) seen.add(issue);
        if (seen.size === count) return from;
      }
      return Infinity;
    },
  };
}
