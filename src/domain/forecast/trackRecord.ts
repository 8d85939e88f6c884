import { curveOf } from './curve';
import { knownInstants, type History } from './history';
import { walk, type Step } from './walk';

/** How often the finish came to lie before what was forecast with 50, 80 and 95 %, of `count` past forecasts. */
export interface TrackRecord {
  readonly count: number;
  readonly held: { readonly p50: number; readonly p80: number; readonly p95: number };
}

/** How many issues the past forecasts were about. */
export const HORIZONS = [10, 20, 40] as const;

/** Before twelve weeks are known nobody would have asked for a forecast, nor could the usual one be made. */
export const FIRST_FORECAST = 84;

/** Days between past forecasts that count. */
export const EVERY = 14;

/**
 * The steps of a walk that count as past forecasts: every second week before the last, from the twelfth week on. The
 * last step is today's own forecast, of which nothing can be known.
 */
export function counted(steps: readonly Step[], first: number): readonly Step[] {
  const today = steps.at(-1)?.at ?? 0;
  return steps.filter(({ at }) => {
    const back = Math.round(today - at);
    return back > 0 && back % EVERY === 0 && at >= first + FIRST_FORECAST;
  });
}

/**
 * How this method's forecasts for the next 10, 20 and 40 issues would have held in the project's own past, each made
 * from what was known on its day. Forecasts whose issues are not yet resolved are left out.
 *
 * @param today days since 1970, with fractions
 * @returns null where no past forecast has come out yet
 */
export function trackRecord(history: History, today: number): TrackRecord | null {
  const resolved = knownInstants(history.resolved, today);
  const [first] = resolved;
  if (first === undefined) return null;
  let count = 0;
  const held = { p50: 0, p80: 0, p95: 0 };
  for (const horizon of HORIZONS) {
    for (const { at, days, outcome } of counted(walk(resolved, today, horizon), first)) {
      if (at + outcome > today) continue;
      const { quantile } = curveOf(days);
      count += 1;
      held.p50 += Number(outcome <= quantile(0.5));
      held.p80 += Number(outcome <= quantile(0.8));
      held.p95 += Number(outcome <= quantile(0.95));
    }
  }
  if (count === 0) return null;
  return { count, held: { p50: held.p50 / count, p80: held.p80 / count, p95: held.p95 / count } };
}
