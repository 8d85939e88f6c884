import type { AssessmentInputs } from '../../src/domain/impact/assessment';
import type { ImpactFacts, IssueFacts, VersionFacts } from '../../src/domain/impact/facts';
import { gatherFacts } from '../../src/domain/impact/gatherFacts';
import type { ImpactSubject } from '../../src/domain/impact/subject';
import { DEFAULT_SETTINGS } from '../../src/domain/settings/defaults';

const TODAY = '2026-03-02';
/** The same as days since 1970. */
export const TODAY_NUMBER = 20_514;
const HOUR = 60 * 60;
export const DAY = 8 * HOUR;

type SomeOf<Thing> = Partial<Thing> & { readonly id: string };

const TYPES = [
  { id: '1', name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
  { id: '2', name: 'Requires', outward: 'requires', inward: 'is required by' },
  { id: '3', name: 'Relates', outward: 'relates to', inward: 'relates to' },
  { id: '4', name: 'Tests', outward: 'tests', inward: 'is tested by' },
  { id: '5', name: 'Sings to', outward: 'sings to', inward: 'is sung to by' },
] as const;
export type LinkTypeName = (typeof TYPES)[number]['name'];

export interface SomeProject {
  readonly issues: readonly SomeOf<IssueFacts>[];
  /** Source, type, destination. */
  readonly links?: readonly (readonly [string, LinkTypeName, string])[];
  readonly versions?: readonly SomeOf<VersionFacts>[];
}

function issueFacts(issue: SomeOf<IssueFacts>): IssueFacts {
  return {
    foreign: false,
    type: 'Story',
    status: 'To Do',
    category: 'new',
    parentId: null,
    created: TODAY_NUMBER - 100,
    resolved: null,
    original: null,
    remaining: null,
    spent: null,
    versionIds: [],
    ...issue,
  };
}

/** Facts of a project of which only what matters has to be said. */
export function factsOf({ issues, links = [], versions = [] }: SomeProject): ImpactFacts {
  return gatherFacts({
    issues: issues.map(issueFacts),
    links: links.map(([sourceId, name, destinationId], index) => ({
      id: String(index + 1),
      typeId: TYPES.find((type) => type.name === name)?.id ?? '',
      sourceId,
      destinationId,
    })),
    linkTypes: TYPES,
    versions: versions.map((version) => ({
      name: `Version ${version.id}`,
      released: false,
      archived: false,
      date: null,
      ...version,
    })),
  });
}

/** So many issues that were resolved one a day, each of two days' work, so that the project has a past. */
export function aPast(count: number, first = 9_000): readonly SomeOf<IssueFacts>[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(first + index),
    category: 'done' as const,
    status: 'Done',
    created: TODAY_NUMBER - 2 * count,
    resolved: TODAY_NUMBER - count + index,
    original: 2 * DAY,
    spent: 2 * DAY,
  }));
}

/** What is assessed, of which only what matters has to be said: that issue 1 changes, if nothing else. */
export function inputsOf(
  project: SomeProject,
  subject: Partial<ImpactSubject> = {},
  others: Partial<Omit<AssessmentInputs, 'facts' | 'subject'>> = {},
): AssessmentInputs {
  return {
    facts: factsOf(project),
    subject: { requirements: ['1'], effort: null, fixedCost: 0, dropped: [], reviews: [], ...subject },
    settings: DEFAULT_SETTINGS,
    tuning: {},
    today: TODAY,
    waiting: 0,
    ...others,
  };
}
