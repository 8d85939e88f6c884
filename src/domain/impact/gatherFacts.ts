import { STATUS_CATEGORIES } from '../mirror/issue';
import { NONE } from './facts';
import type { ImpactFacts, IssueFacts, LinkFacts, LinkTypeFacts, VersionFacts } from './facts';

/** Gives each different name a place, in the order in which they come. */
class Names {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();

  place(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const place = this.list.push(name) - 1;
    this.places.set(name, place);
    return place;
  }
}

/** Jira's ids are whole numbers; compared as such, without the detour of `Intl`. */
function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function withoutDoubles<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()].toSorted(byId);
}

function placesOf(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, place) => [id, place]));
}

export interface FoundFacts {
  readonly issues: readonly IssueFacts[];
  readonly links: readonly LinkFacts[];
  readonly linkTypes: readonly (LinkTypeFacts & { readonly id: string })[];
  readonly versions: readonly VersionFacts[];
}

/** A negative time, which is a mistake, stays one beside `NONE`. */
function secondsOf(seconds: number | null): number {
  if (seconds === null) return NONE;
  return seconds < 0 ? seconds + NONE : seconds;
}

function columns(issues: readonly IssueFacts[], versions: ReadonlyMap<string, number>, types: Names, statuses: Names) {
  const places = placesOf(issues);
  return {
    id: issues.map(({ id }) => id),
    foreign: issues.map(({ foreign }) => (foreign ? 1 : 0)),
    type: issues.map(({ type }) => types.place(type)),
    status: issues.map(({ status }) => statuses.place(status)),
    category: issues.map(({ category }) => STATUS_CATEGORIES.indexOf(category)),
    parent: issues.map(({ parentId }) => (parentId === null ? NONE : (places.get(parentId) ?? NONE))),
    created: issues.map(({ created }) => created),
    resolved: issues.map(({ resolved }) => resolved ?? NONE),
    original: issues.map(({ original }) => secondsOf(original)),
    remaining: issues.map(({ remaining }) => secondsOf(remaining)),
    spent: issues.map(({ spent }) => secondsOf(spent)),
    versions: issues.map(({ versionIds }) => versionIds.flatMap((id) => versions.get(id) ?? [])),
  };
}

/**
 * Puts what was read in whatever order into columns whose order depends on the content alone, so that equal content
 * makes equal facts. Links without both their ends, and what stands twice, are dropped.
 */
export function gatherFacts(found: FoundFacts): ImpactFacts {
  const issues = withoutDoubles(found.issues);
  const versions = withoutDoubles(found.versions);
  const places = placesOf(issues);
  const usedTypes = new Set(found.links.map(({ typeId }) => typeId));
  const linkTypes = withoutDoubles(found.linkTypes).filter(({ id }) => usedTypes.has(id));
  const typePlaces = placesOf(linkTypes);
  const links = withoutDoubles(found.links).flatMap(({ typeId, sourceId, destinationId }) => {
    const [type, source, destination] = [typePlaces.get(typeId), places.get(sourceId), places.get(destinationId)];
    return type === undefined || source === undefined || destination === undefined
      ? []
      : [{ type, source, destination }];
  });
  const [types, statuses] = [new Names(), new Names()];
  return {
    issues: columns(issues, placesOf(versions), types, statuses),
    types: types.list,
    statuses: statuses.list,
    linkTypes: linkTypes.map(({ name, outward, inward }) => ({ name, outward, inward })),
    links: {
      type: links.map(({ type }) => type),
      source: links.map(({ source }) => source),
      destination: links.map(({ destination }) => destination),
    },
    versions,
  };
}
