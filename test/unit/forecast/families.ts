import { randomOf } from '../../../sandbox/random';

/** Seeded histories of projects that differ in how they resolve issues. Rates are issues a calendar day. */
type Random = () => number;

export interface Generated {
  /** Sorted instants in days. */
  readonly resolved: Float64Array;
  readonly end: number;
}

const START = 14_000;
const YEAR = 365;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function poisson(random: Random, mean: number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let count = 0;
  let share = Math.exp(-mean);
  for (let rest = random() - share; rest > 0 && count < 1_000; rest -= share) {
    count += 1;
    share *= mean / count;
  }
  return count;
}

interface Kind {
  readonly days: number;
  readonly rate: (day: number) => number;
  /** Shape of the day's gamma-distributed factor; without, days are Poisson. */
  readonly shape?: number;
  /** How many issues are resolved together. */
  readonly batch?: () => number;
}

/** Working weeks with little at weekends, hours from 8 to 18. */
function realise(random: Random, { days, rate, shape, batch }: Kind): Generated {
  const resolved: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const factor = shape === undefined ? 1 : gamma(random, shape) / shape;
    const mean = rate(day) * factor * (day % 7 < 5 ? 1.32 : 0.2);
    for (let left = poisson(random, mean); left > 0; left -= 1) {
      const instant = START + day + (8 + 10 * random()) / 24;
      for (let more = batch?.() ?? 1; more > 0; more -= 1) resolved.push(instant + more / 14_400);
    }
  }
  return { resolved: Float64Array.from(resolved).sort(), end: START + days };
}

function between(random: Random, low: number, high: number): number {
  return low * (high / low) ** random();
}

/** The logarithm of a rate that wanders and comes back. */
function wandering(random: Random, days: number, deviation: number, memory: number): Float64Array {
  const kept = Math.exp(-1 / memory);
  let value = deviation * normal(random);
  return Float64Array.from({ length: days }, () => {
    value = kept * value + deviation * Math.sqrt(1 - kept ** 2) * normal(random);
    return value;
  });
}

/** Stretches of random length, each with one value. */
function stretches(days: number, next: () => readonly [length: number, value: number]): Float64Array {
  const values = new Float64Array(days);
  for (let day = 0; day < days;) {
    const [length, value] = next();
    values.fill(value, day, day + Math.ceil(length));
    day += Math.ceil(length);
  }
  return values;
}

function heavyTailed(random: Random, exponent: number, most: number): number {
  return Math.min(most, Math.floor((1 - random()) ** (-1 / exponent)));
}

type Family = (random: Random, days: number) => Kind;

export const FAMILIES: Readonly<Record<string, Family>> = {
  'even pace': (random, days) => {
    const pace = between(random, 1, 14) / 7;
    return { days, rate: () => pace };
  },
  'uneven days': (random, days) => {
    const pace = between(random, 1, 14) / 7;
    return { days, rate: () => pace, shape: 0.15 };
  },
  'ever faster': (random, days) => {
    const [pace, growth] = [between(random, 0.5, 4) / 7, 2 + 6 * random()];
    return { days, rate: (day) => pace * growth ** (day / days), shape: 0.5 };
  },
  'ever slower': (random, days) => {
    const [pace, growth] = [between(random, 3, 20) / 7, 2 + 6 * random()];
    return { days, rate: (day) => pace * growth ** (-day / days), shape: 0.5 };
  },
  'changing teams': (random, days) => {
    const pace = between(random, 1, 8) / 7;
    const factors = stretches(days, () => [60 + 300 * random(), between(random, 0.2, 5)]);
    return { days, rate: (day) => pace * (factors[day] ?? 1), shape: 0.5 };
  },
  'bulk closes': (random, days) => {
    const pace = between(random, 1, 8) / 7;
    const bulk = Float64Array.from({ length: days }, () => (random() < 1 / 60 ? 10 + 60 * random() * pace : 0));
    return { days, rate: (day) => pace + (bulk[day] ?? 0), shape: 0.5 };
  },
  'long dead periods': (random, days) => {
    const pace = between(random, 2, 10) / 7;
    let alive = false;
    const factors = stretches(days, () => {
      alive = !alive;
      return alive ? [40 + 200 * random(), 1] : [20 + 160 * random(), 0.01];
    });
    return { days, rate: (day) => pace * (factors[day] ?? 0), shape: 0.5 };
  },
  releases: (random, days) => {
    const [pace, cycle, steep] = [between(random, 1, 8) / 7, 45 + 150 * random(), 2 + 3 * random()];
    return {
      days,
      rate: (day) => pace * (0.4 + 0.6 * (steep + 1) * ((day % cycle) / cycle) ** steep),
      shape: 0.3,
    };
  },
  holidays: (random, days) => {
    const pace = between(random, 2, 14) / 7;
    const share = (day: number) => (day > 355 || day < 4 ? 0 : day > 180 && day < 225 ? 0.4 : 1);
    return { days, rate: (day) => pace * share(day % YEAR), shape: 0.5 };
  },
  'short history': (random) => {
    const [days, pace] = [Math.round(200 + 200 * random()), between(random, 2, 14) / 7];
    const log = wandering(random, days, 0.4, 60);
    return { days, rate: (day) => pace * Math.exp(log[day] ?? 0), shape: 0.5 };
  },
  tiny: (random, days) => {
    const pace = between(random, 0.25, 0.8) / 7;
    return { days: days + 700, rate: () => pace, shape: 0.3 };
  },
  large: (random, days) => {
    const pace = between(random, 20, 100) / 7;
    const log = wandering(random, days, 0.4, 90);
    return { days, rate: (day) => pace * Math.exp(log[day] ?? 0), shape: 1 };
  },
  'heavy batches': (random, days) => {
    const pace = between(random, 1, 5) / 7;
    return { days, rate: () => pace, batch: () => heavyTailed(random, 1.3, 100) };
  },
  'up and away': (random, days) => {
    const [pace, peak] = [between(random, 3, 20) / 7, 0.2 + 0.5 * random()];
    const share = (at: number) => (at < peak ? 0.1 + (0.9 * at) / peak : Math.exp((-3.5 * (at - peak)) / (1 - peak)));
    return { days, rate: (day) => pace * share(day / days), shape: 0.5 };
  },
  wandering: (random, days) => {
    const pace = between(random, 1, 10) / 7;
    const log = wandering(random, days, 0.9, 120);
    return { days, rate: (day) => pace * Math.exp(log[day] ?? 0), shape: 0.3 };
  },
  'rush, life and decline': (random, days) => {
    const [pace, rush, factor] = [between(random, 3, 11) / 7, 30 + 60 * random(), 3 + 10 * random()];
    const [turn, decline] = [days * (0.4 + 0.4 * random()), 200 + 300 * random()];
    const log = wandering(random, days, 0.7, 60);
    return {
      days,
      rate: (day) => pace * (day < rush ? factor : 1) * Math.exp((log[day] ?? 0) - Math.max(0, day - turn) / decline),
      shape: 0.3,
      batch: () => (random() < 0.03 ? heavyTailed(random, 1.1, 60) : 1),
    };
  },
  bursts: (random, days) => {
    const pace = between(random, 2, 7) / 7;
    const [weeks, seasons] = [wandering(random, days, 1.2, 25), wandering(random, days, 0.6, 200)];
    return {
      days,
      rate: (day) => pace * Math.exp((weeks[day] ?? 0) + (seasons[day] ?? 0) - 0.9),
      shape: 0.2,
      batch: () => (random() < 0.05 ? heavyTailed(random, 1.1, 60) : 1),
    };
  },
  'all at once': (random, days) => {
    const [pace, turn] = [between(random, 1, 8) / 7, random()];
    const log = wandering(random, days, 0.8, 60 + 120 * random());
    let dead = false;
    const alive = stretches(days, () => {
      dead = !dead;
      return dead ? [20 + 60 * random(), 0.05] : [-250 * Math.log(1 - random()), 1];
    });
    const slower = (day: number) => 2 * Math.max(0, day / days - turn);
    return {
      days,
      rate: (day) => 0.7 * pace * (alive[day] ?? 1) * Math.exp((log[day] ?? 0) - slower(day)),
      shape: 0.5,
      batch: () => (random() < 0.05 ? 3 * heavyTailed(random, 1.6, 60) : 1),
    };
  },
};

/** The history of a family's project number `seed`, two and a half to seven and a half years long unless the family says. */
export function generate(family: string, seed: number): Generated {
  const make = FAMILIES[family];
  if (make === undefined) throw new Error(`No family ${family}`);
  const letters = Array.from(family, (letter) => letter.codePointAt(0) ?? 0);
  const start = letters.reduce((hash, letter) => (Math.imul(hash, 31) + letter) | 0, seed * 7919);
  const random = randomOf(start);
  return realise(random, make(random, Math.round(YEAR * (2.5 + 5 * random()))));
}
