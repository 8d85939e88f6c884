import type { Edge, Triple } from './support';

/** The pairs of numbers from 0 to 1 of a task, by the description of sfc32, in whole numbers without limit. */
function* pairsOf(task: number, seed: number): Generator<readonly [number, number], never> {
  const word = (value: bigint) => BigInt.asUintN(32, value);
  let [a, b, c, counter] = [word(BigInt(seed)), word(BigInt(seed) >> 32n), word(BigInt(task)), 1n];
  const next = () => {
    const drawn = word(a + b + counter);
    counter = word(counter + 1n);
    a = b ^ (b >> 9n);
    b = word(c + (c << 3n));
    c = word(word(c << 21n) + (c >> 11n) + drawn);
    return drawn;
  };
  for (let thrownAway = 0; thrownAway < 16; thrownAway += 1) next();
  for (;;) {
    const drawn = next();
    const [one, other] = [drawn & 0xffffn, drawn >> 16n].map((half) => Number((half << 32n) + c) / 2 ** 48);
    yield [one ?? NaN, other ?? NaN];
  }
}

/** Triangular: the likely value's share of the way from the smaller number to the greater one, stretched to the range. */
function triangularAt(pair: readonly [number, number], [low, likely, high]: Triple): number {
  if (high === low) return low;
  const atLikely = (likely - low) / (high - low);
  return low + (high - low) * ((1 - atLikely) * Math.min(...pair) + atLikely * Math.max(...pair));
}

/** Tasks that wait for each other over any detour, the task itself among them. */
function tangleOf(task: number, edges: readonly Edge[]): ReadonlySet<number> {
  const behind = (from: number, next: (at: number) => readonly number[]) => {
    const found = new Set([from]);
    for (const at of found) for (const other of next(at)) found.add(other);
    return found;
  };
  const earlier = behind(task, (at) => edges.filter(([a]) => a === at).map(([, b]) => b));
  const later = behind(task, (at) => edges.filter(([, b]) => b === at).map(([a]) => a));
  return new Set([...earlier].filter((other) => later.has(other)));
}

/** The finish of each task when its effort is `efforts[task]`: slow and plain. */
function finishesOf(efforts: readonly number[], edges: readonly Edge[]): readonly number[] {
  const tangles = efforts.map((_, task) => tangleOf(task, edges));
  const known = new Map<number, number>();
  const finish = (task: number): number => {
    const tangle = tangles[task] ?? new Set([task]);
    const name = Math.min(...tangle);
    const before = edges.filter(([a, b]) => tangle.has(a) && !tangle.has(b)).map(([, b]) => b);
    const own = [...tangle].reduce((sum, member) => sum + (efforts[member] ?? 0), 0);
    const value = known.get(name) ?? own + Math.max(0, ...before.map(finish));
    known.set(name, value);
    return value;
  };
  return efforts.map((_, task) => finish(task));
}

/** The finish of everything in each run, from the same draws, one run after the other. */
export function simulateSlowly(
  triples: readonly Triple[],
  edges: readonly Edge[],
  runs: number,
  seed: number,
): number[] {
  const streams = triples.map((_, task) => pairsOf(task, seed));
  return Array.from({ length: runs }, () => {
    const efforts = triples.map((triple, task) => {
      const pair = streams[task]?.next().value;
      if (pair === undefined) throw new Error('A task without a stream');
      return triangularAt(pair, triple);
    });
    return Math.max(...finishesOf(efforts, edges));
  });
}

/** A team of `people` in which whoever is free takes the first task that may begin: when all is done. */
export function listScheduled(efforts: readonly number[], edges: readonly Edge[], people: number): number {
  const finished = new Map<number, number>();
  const started = new Set<number>();
  const free = Array.from({ length: people }, () => 0);
  let now = 0;
  while (finished.size < efforts.length) {
    const isDone = (task: number) => (finished.get(task) ?? Infinity) <= now;
    const ready = efforts.findIndex(
      (_, task) => !started.has(task) && edges.every(([a, b]) => a !== task || isDone(b)),
    );
    const person = free.findIndex((until) => until <= now);
    if (ready >= 0 && person >= 0) {
      started.add(ready);
      free[person] = now + (efforts[ready] ?? 0);
      finished.set(ready, free[person] ?? 0);
    } else {
      const [moment = now] = [...finished.values(), ...free].filter((at) => at > now).sort((a, b) => a - b);
      now = moment;
    }
  }
  return Math.max(0, ...finished.values());
}
