import { BAND_FLOORS, bandOf } from '../../src/domain/impact/bands';
import { buildGraph } from '../../src/domain/impact/graph';
import { searchImpact } from '../../src/domain/impact/search';
import type { SearchOptions } from '../../src/domain/impact/search';
import { table } from '../support/report';
import { edgeRows, strengthsOf } from './edges';
import { SIZES } from './jiraGraph';
import { CLEAN, NOISY, plantChanges } from './planted';
import type { Planted } from './planted';

/** How well a way of searching finds what changes really touch: means over the changes that touch anything. */
interface Quality {
  /** Found of what is touched. */
  readonly recall: number;
  /** Touched among the first ten, or among the first as many as are touched. */
  readonly recallAt10: number;
  /** Requirements listed of all requirements. */
  readonly listed: number;
  /** What is touched of everything that the band lists. */
  readonly precision: Readonly<Record<keyof typeof BAND_FLOORS, number>>;
}

const WAYS: readonly (readonly [name: string, options: SearchOptions])[] = [
  ['damped, to the lowest band', { damping: true, floor: BAND_FLOORS.possible }],
  ['undamped, to the lowest band', { damping: false, floor: BAND_FLOORS.possible }],
  ['everything linked', { damping: false }],
];

interface Hits {
  listed: number;
  touched: number;
}

const noHits = (): Hits => ({ listed: 0, touched: 0 });

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function countIn(issues: readonly number[], all: ReadonlySet<number>): number {
  return issues.filter((issue) => all.has(issue)).length;
}

function qualityOf({ graph, starts, touched }: Planted, options: SearchOptions): Quality {
  const rows = edgeRows(graph, strengthsOf);
  const built = buildGraph(graph.issues, rows.from, rows.to, rows.strengths);
  const requirements = graph.isRequirement.reduce((sum, is) => sum + is, 0);
  const bands = { certain: noHits(), likely: noHits(), possible: noHits() };
  const changes = starts.flatMap((start, at) => {
    const truth = touched[at] ?? new Set<number>();
    if (truth.size === 0) return [];
    const { order, confidence } = searchImpact(built, [start], options);
    const found = [...order.subarray(1)];
    found.forEach((issue, place) => {
      // The start leads the order.
      const sums = bands[bandOf(confidence[place + 1] ?? 0) ?? 'possible'];
      sums.listed += 1;
      sums.touched += truth.has(issue) ? 1 : 0;
    });
    const first = Math.min(10, truth.size);
    return {
      recall: countIn(found, truth) / truth.size,
      recallAt10: countIn(found.slice(0, first), truth) / first,
      listed: found.filter((issue) => graph.isRequirement[issue] === 1).length / requirements,
    };
  });
  const precision = (band: Hits) => band.touched / band.listed;
  return {
    recall: mean(changes.map(({ recall }) => recall)),
    recallAt10: mean(changes.map(({ recallAt10 }) => recallAt10)),
    listed: mean(changes.map(({ listed }) => listed)),
    precision: {
      certain: precision(bands.certain),
      likely: precision(bands.likely),
      possible: precision(bands.possible),
    },
  };
}

const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(share < 0.1 ? 2 : 1)} %`);

function report(nature: typeof CLEAN, ways: typeof WAYS): string {
  const rows = Object.entries(SIZES).flatMap(([size, shape]) => {
    const planted = plantChanges(shape, nature);
    return ways.map(([name, options]) => {
      const { recall, recallAt10, listed, precision } = qualityOf(planted, options);
      const figures = [recall, recallAt10, listed, precision.certain, precision.likely, precision.possible];
      return [`${size}, ${name}`, ...figures.map(percent)];
    });
  });
  return table(['', 'recall', 'in first 10', 'listed', 'certain', 'likely', 'possible'], rows);
}

/** Prints how much of planted changes is found, at which price in requirements listed, and how right each band is. */
export function printQuality(print: (line: string) => void): void {
  print('\nPlanted changes, everything recorded as it is: what lies within four steps on typed links is touched.\n');
  print(report(CLEAN, WAYS.slice(0, 1)));
  const { carried, wrong, missing, asRelates, reversed } = NOISY;
  const [often, rest] = [percent(carried), [wrong, asRelates, reversed, missing].map(percent)];
  print(
    `\nNoisy: a change goes on in ${often}; nothing travels on ${rest[0]} of the typed links; ${rest[1]} are recorded`,
  );
  print(
    `as "relates" only, ${rest[2]} the wrong way round, ${rest[3]} not at all. Aim from M on: recall 90 %, listed 10 %.\n`,
  );
  print(report(NOISY, WAYS));
}
