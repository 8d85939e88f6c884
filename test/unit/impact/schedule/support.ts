import fc from 'fast-check';
import type { Efforts } from '../../../../src/domain/impact/schedule/efforts';
import type { ScheduleInput } from '../../../../src/domain/impact/schedule/simulate';

export type Triple = readonly [low: number, likely: number, high: number];
export type Edge = readonly [task: number, predecessor: number];

export function effortsOf(triples: readonly Triple[]): Efforts {
  return {
    low: Float64Array.from(triples, ([low]) => low),
    likely: Float64Array.from(triples, ([, likely]) => likely),
    high: Float64Array.from(triples, ([, , high]) => high),
  };
}

/** A schedule of these tasks; 500 runs of seed 1, no milestone and no limit unless `rest` says otherwise. */
export function scheduleOf(
  triples: readonly Triple[],
  edges: readonly Edge[] = [],
  rest: Partial<ScheduleInput> = {},
): ScheduleInput {
  const after = { task: edges.map(([task]) => task), predecessor: edges.map(([, predecessor]) => predecessor) };
  return { efforts: effortsOf(triples), after, milestones: [], capacityPerDay: null, runs: 500, seed: 1, ...rest };
}

/** An effort that is always the same. */
export const fixed = (days: number): Triple => [days, days, days];

const days = fc.double({ min: 0, max: 50, noNaN: true });

/** Low, likely and high in order. */
export const triple: fc.Arbitrary<Triple> = fc.tuple(days, days, days).map(([one, two, three]): Triple => {
  const [low = 0, likely = 0, high = 0] = [one, two, three].sort((a, b) => a - b);
  return [low, likely, high];
});

export interface Project {
  readonly triples: readonly Triple[];
  readonly edges: readonly Edge[];
}

/** Some tasks and dependencies among them, without cycles unless they are wanted. */
export function project({ cycles = false, most = 12 } = {}): fc.Arbitrary<Project> {
  return fc.array(triple, { minLength: 1, maxLength: most }).chain((triples) => {
    const task = fc.nat(triples.length - 1);
    const edge = fc.tuple(task, task).map(([a, b]): Edge => (cycles || a > b ? [a, b] : [b, a]));
    const edges = fc.array(edge, { maxLength: 2 * most });
    return edges.map((all) => ({ triples, edges: cycles ? all : all.filter(([a, b]) => a !== b) }));
  });
}
