import type { IssueData, LinkData, Person, ProjectData, SiteStore } from '../api';
import { randomOf } from '../random';
import { growIssue, type Growing } from './grownIssue';

export interface GrowOptions {
  readonly issues: number;
  /** The same seed grows the same project. */
  readonly seed: number;
  /** `GROWN` when left out. */
  readonly key?: string;
  /** Milliseconds since 1970: when the project has grown to its size; the machine's time when left out. */
  readonly until?: number;
  /** How many of the issues have an estimate, from 0 to 1; half of them when left out. */
  readonly estimated?: number;
}

const DAY = 86_400_000;
/** Links for each issue, about the middle of what public Jiras show. */
const LINKS_PER_ISSUE = 0.6;
const PEOPLE = 40;
const LINK_TYPES = [
  { type: 'Relates', outward: 'relates to', inward: 'relates to', share: 0.45 },
  { type: 'Blocks', outward: 'blocks', inward: 'is blocked by', share: 0.25 },
  { type: 'Duplicate', outward: 'duplicates', inward: 'is duplicated by', share: 0.2 },
  { type: 'Cloners', outward: 'clones', inward: 'is cloned by', share: 0.1 },
] as const;

function people(): readonly Person[] {
  return Array.from({ length: PEOPLE }, (_, index) => ({
    accountId: `grown-${index}`,
    name: `Person ${index}`,
    role: 'none' as const,
    locale: 'en-US' as const,
    timeZone: 'UTC',
    active: true,
  }));
}

function linkType(draw: number) {
  let rest = draw;
  return LINK_TYPES.find(({ share }) => (rest -= share) < 0) ?? LINK_TYPES[0];
}

/** Most links are between neighbours; some few issues attract very many, as hubs do. */
function grownLinks(key: string, count: number, random: () => number): readonly LinkData[] {
  const numberBelow = (most: number) => 1 + Math.floor(random() * most);
  return Array.from({ length: Math.round(count * LINKS_PER_ISSUE) }, () => {
    const from = numberBelow(count);
    const near = Math.max(1, from - 1 - Math.floor(random() ** 3 * 400));
    const to = random() < 0.08 ? numberBelow(Math.max(1, Math.floor(count / 200))) : near;
    const { type, outward, inward } = linkType(random());
    return { type, outward, inward, from: `${key}-${from}`, to: `${key}-${to}` };
  }).filter(({ from, to }) => from !== to);
}

function grownData({ issues, seed, key = 'GROWN', until = Date.now(), estimated = 0.5 }: GrowOptions): ProjectData {
  const random = randomOf(seed);
  const howMany = Math.max(2, Math.round(Math.sqrt(issues) / 4));
  const released = howMany * 0.8;
  const versions = Array.from({ length: howMany }, (_, index) => ({
    name: `${1 + Math.floor(index / 10)}.${index % 10}`,
    released: index < released,
    releaseDate: new Date(until + (index - released) * 30 * DAY).toISOString().slice(0, 10),
  }));
  const growing: Growing = {
    key,
    count: issues,
    until,
    random,
    people: PEOPLE,
    estimated,
    versions: versions.map(({ name }) => name),
  };
  const grown: readonly IssueData[] = Array.from({ length: issues }, (_, index) => growIssue(index + 1, growing));
  return {
    key,
    name: `Grown ${key}`,
    people: people(),
    versions,
    issues: grown,
    links: grownLinks(key, issues, random),
  };
}

/**
 * Puts a made-up project of any size on the site, shaped like a real one: epics, stories and sub-tasks, links with a
 * few hubs, versions, histories of status, assignee and estimates. Fifty thousand issues take some seconds.
 */
export function growProject(site: SiteStore, options: GrowOptions): void {
  site.replaceProjects([grownData(options)]);
}
