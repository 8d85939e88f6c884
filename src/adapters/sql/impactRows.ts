import { z } from 'zod';
import type { FactsFound, PastOutcome } from '../../application/impact/ports';
import type { IssueFacts, LinkFacts } from '../../domain/impact/facts';

export const PARTS = ['version', 'linkType', 'issue', 'neighbour', 'link', 'linkFromAfar'] as const;
export type Part = (typeof PARTS)[number];

/** Stands for NULL. */
export const NOTHING = '-';

const amount = z
  .string()
  .regex(/^-?\d+$/u)
  .transform(Number);
const amountOrNull = z.union([z.literal(NOTHING).transform(() => null), amount]);
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const orNull = z.string().transform((value) => (value === NOTHING ? null : value));
const CATEGORIES = { n: 'new', i: 'indeterminate', d: 'done' } as const;
const category = z.enum(['n', 'i', 'd']).transform((initial) => CATEGORIES[initial]);

const issueRow = z.tuple([
  z.string(),
  flag,
  z.string(),
  z.string(),
  category,
  orNull,
  amount,
  amountOrNull,
  amountOrNull,
  amountOrNull,
  amountOrNull,
  z.string(),
]);
const versionIds = z.array(z.string());
const versionRow = z.tuple([z.string(), flag, flag, orNull, z.string()]);
const linkTypeRow = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const projectRow = z.tuple([z.enum(['building', 'ready', 'gone']), amount, amount]);

function issueOf(columns: readonly string[]): IssueFacts {
  const [id, foreign, type, status, entered, parentId, created, resolved, original, remaining, spent, versions] =
    issueRow.parse(columns);
  return {
    id,
    foreign,
    type,
    status,
    category: entered,
    parentId,
    created,
    resolved,
    original,
    remaining,
    spent,
    versionIds: versions === '[]' ? [] : versionIds.parse(JSON.parse(versions)),
  };
}

function linkOf(columns: readonly string[]): LinkFacts {
  const [id, typeId, sourceId, destinationId] = linkTypeRow.parse(columns);
  return { id, typeId, sourceId, destinationId };
}

const outcome = z.object({
  predicted: z.number(),
  touched: z.number(),
  hits: z.number(),
  listedShare: z.number().nullable(),
  byLinkType: z.array(z.object({ type: z.string(), predicted: z.number(), hits: z.number(), expected: z.number() })),
});

/** Reads the figures of a verified change request as its row keeps them. */
export function outcomeOf(actual: string): PastOutcome {
  return outcome.parse(JSON.parse(actual));
}

interface Found extends FactsFound {
  readonly issues: IssueFacts[];
  readonly links: LinkFacts[];
  readonly linkTypes: FactsFound['linkTypes'][number][];
  readonly versions: FactsFound['versions'][number][];
  readonly outcomes: PastOutcome[];
  mirror: FactsFound['mirror'];
}

/** Takes in packed rows, and knows from where each part has to be read on. */
export class Reading {
  readonly found: Found = { issues: [], links: [], linkTypes: [], versions: [], outcomes: [], mirror: null };
  isFirst = true;
  private open = new Map<Part, string>(PARTS.map((part) => [part, '']));
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The parts that have more rows, each with the id behind which they stand. */
  next(): readonly { readonly part: Part; readonly after: string }[] {
    return [...this.open].map(([part, after]) => ({ part, after }));
  }

  take(rows: readonly string[]): void {
    const seen = new Map<Part, { count: number; last: string }>();
    for (const row of rows) {
      const [kind = '', ...columns] = row.split('\t');
      const part = PARTS.find((each) => each === kind);
      if (kind === 'project') this.project(columns);
      else if (kind === 'outcome') this.found.outcomes.push(outcomeOf(columns[0] ?? ''));
      else if (part !== undefined) {
        this.add(part, columns);
        const { count = 0, last = '' } = seen.get(part) ?? {};
        const id = columns[0] ?? '';
        seen.set(part, { count: count + 1, last: id > last ? id : last });
      }
    }
    this.isFirst = false;
    this.open = new Map([...seen].flatMap(([part, { count, last }]) => (count < this.limit ? [] : [[part, last]])));
  }

  private project(columns: readonly string[]): void {
    const [state, watermark, waiting] = projectRow.parse(columns);
    this.found.mirror = { state, watermark, waiting };
  }

  private add(part: Part, columns: readonly string[]): void {
    switch (part) {
      case 'version': {
        const [id, released, archived, date, name] = versionRow.parse(columns);
        return void this.found.versions.push({ id, name, released, archived, date });
      }
      case 'linkType': {
        const [id, name, outward, inward] = linkTypeRow.parse(columns);
        return void this.found.linkTypes.push({ id, name, outward, inward });
      }
      case 'issue':
      case 'neighbour':
        return void this.found.issues.push(issueOf(columns));
      case 'link':
      case 'linkFromAfar':
        return void this.found.links.push(linkOf(columns));
    }
  }
}
