import type { LinkRule } from '../../contract/settings';

/** A link of two issues, each with the category of its status. */
export interface Linked {
  readonly type: string;
  readonly sourceId: string;
  readonly destinationId: string;
}

/** Meanings that say: the one end is done when the other is. */
const COUNTED: ReadonlySet<LinkRule['meaning']> = new Set(['implements', 'contains']);

/**
 * Which end of a link is a requirement and which end the work on it.
 *
 * @returns null for a link that says nothing of the kind.
 */
export function implementation(
  link: Linked,
  rules: ReadonlyMap<string, LinkRule>,
): { readonly requirementId: string; readonly workId: string } | null {
  const rule = rules.get(link.type.toLowerCase());
  if (rule === undefined || !COUNTED.has(rule.meaning)) return null;
  // What implements is the work; what contains is the requirement.
  const sourceIsWork = (rule.meaning === 'implements') === (rule.subject === 'source');
  return sourceIsWork
    ? { requirementId: link.destinationId, workId: link.sourceId }
    : { requirementId: link.sourceId, workId: link.destinationId };
}

/** The rules by the name of their type, as names are compared. */
export function rulesByType(rules: readonly LinkRule[]): ReadonlyMap<string, LinkRule> {
  return new Map(rules.map((rule) => [rule.type.toLowerCase(), rule]));
}
