import type { LinkData } from '../api';

type Pair = readonly [from: number, to: number];

const TYPES = {
  Blocks: { outward: 'blocks', inward: 'is blocked by' },
  Relates: { outward: 'relates to', inward: 'relates to' },
  Implements: { outward: 'implements', inward: 'is implemented by' },
  Duplicate: { outward: 'duplicates', inward: 'is duplicated by' },
} as const;

const PAIRS: Readonly<Record<keyof typeof TYPES, readonly Pair[]>> = {
  Implements: [
    [17, 2],
    [18, 3],
    [19, 3],
    [20, 4],
    [23, 5],
    [24, 5],
    [25, 6],
    [26, 6],
    [27, 7],
    [28, 8],
    [30, 9],
    [31, 13],
    [32, 12],
  ],
  Blocks: [
    [2, 3],
    [3, 4],
    [3, 5],
    [23, 24],
    [29, 28],
    [28, 8],
    [8, 42],
    [40, 38],
    [5, 10],
    [39, 10],
    [34, 14],
  ],
  Relates: [
    [4, 11],
    [6, 14],
    [7, 8],
    [9, 36],
    [13, 40],
    [33, 3],
    [34, 3],
    [35, 7],
    [12, 15],
    [10, 16],
  ],
  Duplicate: [[37, 36]],
};

/** The sample's links, each from its outward end to its inward end. */
export function sampleLinks(keyOf: (number: number) => string): readonly LinkData[] {
  const types = Object.keys(TYPES) as (keyof typeof TYPES)[];
  return types.flatMap((type) =>
    PAIRS[type].map(([from, to]) => ({ type, ...TYPES[type], from: keyOf(from), to: keyOf(to) })),
  );
}
