import type { Waiting } from './waiting';

/** An issue as a letter names it. */
export interface NamedIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

/** What one issue has that waits. */
export interface LetterLine {
  readonly issue: NamedIssue;
  readonly waiting: readonly Waiting[];
}

/** What one person is told about one project. */
export interface Letter {
  /** How much waits in all: answers and decisions. */
  readonly overdue: number;
  readonly decisions: number;
  /** The most urgent issue first. */
  readonly lines: readonly LetterLine[];
  /** How many issues more there are than lines. */
  readonly more: number;
}

/** A letter names no more issues than somebody reads; it counts the others. */
const MOST_LINES = 20;

/** The issues that a letter about this names, the longest waiting first. */
export function issuesToName(waiting: readonly Waiting[]): readonly string[] {
  return [...new Set(waiting.map(({ issueId }) => issueId))].slice(0, MOST_LINES);
}

/**
 * The letter to somebody who may see all of this.
 *
 * @param waiting the longest waiting first
 * @param named of the issues to name those that still exist
 * @returns null where nothing is left to be told
 */
export function letterOf(waiting: readonly Waiting[], named: ReadonlyMap<string, NamedIssue>): Letter | null {
  const toName = issuesToName(waiting);
  const gone = new Set(toName.filter((id) => !named.has(id)));
  const told = waiting.filter(({ issueId }) => !gone.has(issueId));
  if (told.length === 0) return null;
  const decisions = told.filter(({ what }) => what === 'decision').length;
  return {
    overdue: told.length - decisions,
    decisions,
    lines: toName.flatMap((id) => {
      const issue = named.get(id);
      return issue === undefined ? [] : [{ issue, waiting: told.filter(({ issueId }) => issueId === id) }];
    }),
    more: new Set(waiting.map(({ issueId }) => issueId)).size - toName.length,
  };
}
