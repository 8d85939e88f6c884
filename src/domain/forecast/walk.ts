import { Choice, independence } from './choice';
import { PRIOR, errorAt, errorShares, merged, type WeightedErrors } from './errors';
import { countUntil } from './history';
import { expectedSpread, guessesAt } from './pace';
import { Promises } from './promises';
import { fromScale, toScale } from './scale';

/** A forecast as it would have been made on a day of the past. */
export interface Step {
  /** Days since 1970. */
  readonly at: number;
  /** Calendar days from then at each of LEVELS, rising. */
  readonly days: readonly number[];
  /** Days until the issues really were resolved; infinite where they are not yet. */
  readonly outcome: number;
}

interface Forecast extends Step {
  readonly guesses: Float64Array;
  /** Days, and the same on the scale of errors. */
  readonly centre: number;
  readonly scaled: number;
  readonly weight: number;
}

const WEEK = 7;
/** What is believed before a project has shown anything counts as much as ten forecasts of today. */
const PRIOR_WEIGHT = 10;
/** A forecast half a year ago counts half as much as one of today: projects change faster than a year lets one learn. */
const HALF_LIFE = 182;
/**
 * Three years of weekly forecasts: those still running after that weigh a sixty-fourth, and a project in which nothing has
 * been resolved for so long is forecast anew only today. Without an end a dead project would take minutes.
 */
const REMEMBERED = 156;
/** About a minute and a half: what happens at one instant has a logarithm, too. */
const SHORTEST = 1e-3;

/** Forecasts for one number of issues, week by week, each from those before it as far as they were known on its day. */
class Walk {
  readonly forecasts: Forecast[] = [];
  private readonly choice = new Choice();
  private readonly promises = new Promises();
  private readonly known = { errors: [] as number[], weights: [] as number[] };
  private waits: number[] = [];
  /** Weighted outcomes, those that tell of the same weeks counted once. */
  private evidence = 0;

  constructor(
    private readonly resolved: Float64Array,
    private readonly issues: number,
  ) {}

  forecast(at: number): void {
    this.learn(at);
    const running = this.running();
    const guesses = guessesAt(this.resolved, at, this.issues, this.waits);
    const logCentre = this.choice.centre(
      guesses,
      running.map((earlier) => ({ guesses: earlier.guesses, soFar: at - earlier.at })),
    );
    const centre = Math.exp(logCentre);
    const distribution = errorShares(merged(this.known, this.prior(at, logCentre)), this.open(running, at));
    const weight = this.weight(at);
    const ignorance = 1 / (1 + this.evidence / weight);
    const days = this.promises.shares(ignorance).map((share) => fromScale(centre, errorAt(distribution, share)));
    const reached = this.resolved[countUntil(this.resolved, at) + this.issues - 1] ?? Infinity;
    days.sort((a, b) => a - b);
    this.forecasts.push({ at, days, outcome: reached - at, guesses, centre, scaled: toScale(centre), weight });
  }

  /** A forecast of later is never known before one of earlier, so those known are the first ones. */
  private learn(at: number): void {
    this.promises.hear(this.running(), at);
    for (;;) {
      const next = this.forecasts[this.waits.length];
      if (next === undefined || next.at + next.outcome > at) return;
      const outcome = Math.max(SHORTEST, next.outcome);
      this.waits.push(Math.log(outcome));
      this.choice.learn(next.guesses, outcome);
      this.insert(toScale(outcome) - next.scaled, next.weight);
      this.evidence += independence(outcome) * next.weight;
    }
  }

  /** Those not known yet, the forgotten excepted. */
  private running(): readonly Forecast[] {
    return this.forecasts.slice(Math.max(this.waits.length, this.forecasts.length - REMEMBERED));
  }

  private insert(error: number, weight: number): void {
    const { errors, weights } = this.known;
    const place = errors.findIndex((other) => other > error);
    errors.splice(place === -1 ? errors.length : place, 0, error);
    weights.splice(place === -1 ? weights.length : place, 0, weight);
  }

  /** Weights grow with the day instead of shrinking with the age, so that what is known need not be weighed again. */
  private weight(at: number): number {
    return 2 ** ((at - (this.resolved[0] ?? at)) / HALF_LIFE);
  }

  private prior(at: number, logCentre: number): WeightedErrors {
    const spread = expectedSpread(this.resolved, at, this.issues);
    const centre = toScale(Math.exp(logCentre));
    const weight = (PRIOR_WEIGHT * this.weight(at)) / PRIOR.length;
    return {
      errors: PRIOR.map((unit) => toScale(Math.exp(logCentre + unit * spread)) - centre),
      weights: PRIOR.map(() => weight),
    };
  }

  private open(running: readonly Forecast[], at: number): WeightedErrors {
    const bounds = running.map((earlier) => ({
      error: toScale(at - earlier.at) - earlier.scaled,
      weight: earlier.weight,
    }));
    bounds.sort((a, b) => a.error - b.error);
    return { errors: bounds.map(({ error }) => error), weights: bounds.map(({ weight }) => weight) };
  }
}

/**
 * Forecasts for the next `issues` issues, week by week up to today, each corrected by the errors of those before it as
 * far as they were known on its day.
 *
 * @param resolved sorted, none after `today`
 */
export function walk(resolved: Float64Array, today: number, issues: number): readonly Step[] {
  const [first] = resolved;
  if (first === undefined) return [];
  const made = new Walk(resolved, issues);
  for (let back = Math.floor((today - first) / WEEK); back >= 0; back -= 1) {
    const at = today - back * WEEK;
    const latest = resolved[countUntil(resolved, at) - 1] ?? first;
    if (back === 0 || at - latest <= REMEMBERED * WEEK) made.forecast(at);
  }
  return made.forecasts;
}
