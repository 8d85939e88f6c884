import type { LinkMeaning, LinkRule, ProjectSettings } from '../../contract/settings';
import { NONE } from './facts';
import type { ImpactFacts } from './facts';
import type { Tuning } from './subject';

/** Of a type that no rule knows, all that is sure is that somebody saw a relation. */
const UNKNOWN_STRENGTH = 0.3;
/** However well a link type has proved, no link is more certain than a person's word. */
const STRONGEST = 0.95;

/** Ways along which a change travels, in rows: from one issue to another. */
export interface Routes {
  readonly from: number[];
  readonly to: number[];
  readonly strength: number[];
  /** The link that the row follows, or `NONE` for parent and child. */
  readonly link: number[];
}

/** How the links of each of the facts' link types count. */
export interface LinkTypeRule {
  readonly meaning: LinkMeaning;
  readonly subject: LinkRule['subject'];
  readonly alongOutward: number;
  readonly alongInward: number;
  /** Whether the settings say nothing of it. */
  readonly isUnknown: boolean;
}

function strengthOf(strength: number, factor: number): number {
  return Math.min(Math.max(strength, 0) * factor, Math.max(STRONGEST, Math.min(strength, 1)));
}

/** The rule for each link type of the facts: what the settings say, adjusted by what earlier analyses have shown. */
export function rulesOf(
  facts: Pick<ImpactFacts, 'linkTypes'>,
  settings: Pick<ProjectSettings, 'links'>,
  tuning: Tuning,
): readonly LinkTypeRule[] {
  const byName = new Map(settings.links.map((rule) => [rule.type.toLowerCase(), rule]));
  return facts.linkTypes.map(({ name }) => {
    const rule = byName.get(name.toLowerCase());
    const factor = tuning[name.toLowerCase()] ?? 1;
    const isIgnored = rule?.meaning === 'ignore';
    const [outward, inward] = [rule?.alongOutward ?? UNKNOWN_STRENGTH, rule?.alongInward ?? UNKNOWN_STRENGTH];
    return {
      meaning: rule?.meaning ?? 'relates',
      subject: rule?.subject ?? 'source',
      alongOutward: isIgnored ? 0 : strengthOf(outward, factor),
      alongInward: isIgnored ? 0 : strengthOf(inward, factor),
      isUnknown: rule === undefined,
    };
  });
}

/** Link types that are in use and that no rule of the settings knows. */
export function unknownLinkTypes(facts: ImpactFacts, rules: readonly LinkTypeRule[]): readonly string[] {
  const used = new Set(facts.links.type);
  return facts.linkTypes.flatMap(({ name }, type) => (used.has(type) && rules[type]?.isUnknown ? [name] : []));
}

/**
 * All ways along which a change travels between the issues: links by their rules in both directions, parents and
 * children by theirs. Nothing leaves an issue that a person has excluded.
 */
export function routesOf(
  facts: ImpactFacts,
  rules: readonly LinkTypeRule[],
  { toChildren, toParent }: ProjectSettings['parents'],
  excluded: ReadonlySet<number>,
): Routes {
  const routes: Routes = { from: [], to: [], strength: [], link: [] };
  const add = (from: number, to: number, strength: number, link: number) => {
    if (strength <= 0 || excluded.has(from)) return;
    routes.from.push(from);
    routes.to.push(to);
    routes.strength.push(Math.min(strength, 1));
    routes.link.push(link);
  };
  const { type, source, destination } = facts.links;
  for (let link = 0; link < type.length; link += 1) {
    const rule = rules[type[link]!]!;
    add(source[link]!, destination[link]!, rule.alongOutward, link);
    add(destination[link]!, source[link]!, rule.alongInward, link);
  }
  for (let child = 0; child < facts.issues.parent.length; child += 1) {
    const parent = facts.issues.parent[child]!;
    if (parent === NONE) continue;
    add(parent, child, toChildren, NONE);
    add(child, parent, toParent, NONE);
  }
  return routes;
}
