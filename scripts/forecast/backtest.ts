import { curveOf } from '../../src/domain/forecast/curve';
import { EVERY, FIRST_FORECAST, HORIZONS } from '../../src/domain/forecast/trackRecord';
import { walk } from '../../src/domain/forecast/walk';
import { plainForecast } from './plain';
import type { Resolutions } from './resolutions';

export const PROBABILITIES = [0.5, 0.8, 0.95] as const;

/** How often forecasts with one probability held, of those of which that can be known. */
export interface Held {
  readonly probability: number;
  readonly share: number | null;
  readonly held: number;
  readonly decided: number;
}

/** How the forecasts of one method did. */
export interface Verdict {
  readonly forecasts: number;
  readonly held: readonly Held[];
  /** Mean pinball loss in days over the three probabilities, where both methods gave a forecast that came out. */
  readonly pinball: number | null;
}

export interface Comparison {
  /** Null for all of them together. */
  readonly issues: number | null;
  readonly forecasts: number;
  /** Of those, how many were not reached before the history ends. */
  readonly unreached: number;
  /** On how many the pinball losses rest. */
  readonly compared: number;
  readonly calibrated: Verdict;
  readonly plain: Verdict;
}

/** One forecast by both methods, and what came of it. */
export interface Trial {
  readonly issues: number;
  /** Days until the issues were resolved, infinite if they are not; and until the history ends. */
  readonly outcome: number;
  readonly observed: number;
  readonly calibrated: readonly number[];
  readonly plain: readonly number[] | null;
}

function pinball(days: readonly number[], outcome: number): number {
  const losses = PROBABILITIES.map((probability, index) => {
    const over = outcome - (days[index] ?? 0);
    return over >= 0 ? probability * over : (probability - 1) * over;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

function heldOf(given: readonly { readonly days: readonly number[]; readonly trial: Trial }[]): readonly Held[] {
  return PROBABILITIES.map((probability, index) => {
    let [held, decided] = [0, 0];
    for (const { days, trial } of given) {
      const promised = days[index] ?? 0;
      // What is not reached has missed the days that have passed; whether it holds the others nobody knows.
      if (trial.outcome === Infinity && promised >= trial.observed) continue;
      decided += 1;
      if (trial.outcome <= promised) held += 1;
    }
    return { probability, share: decided === 0 ? null : held / decided, held, decided };
  });
}

/** What came of a number of forecasts, by both methods. */
export function compare(issues: number | null, trials: readonly Trial[]): Comparison {
  const both = trials.filter(({ plain, outcome }) => plain !== null && outcome < Infinity);
  const verdict = (method: 'calibrated' | 'plain'): Verdict => {
    const given = trials.flatMap((trial) => {
      const days = trial[method];
      return days === null ? [] : [{ days, trial }];
    });
    const loss = both.reduce((sum, trial) => sum + pinball(trial[method] ?? [], trial.outcome), 0);
    return { forecasts: given.length, held: heldOf(given), pinball: both.length === 0 ? null : loss / both.length };
  };
  return {
    issues,
    forecasts: trials.length,
    unreached: trials.filter(({ outcome }) => outcome === Infinity).length,
    compared: both.length,
    calibrated: verdict('calibrated'),
    plain: verdict('plain'),
  };
}

/** The days on which a forecast would have been asked for: every second week from the twelfth on, at midnight in UTC. */
export function forecastDays({ knownOn, reached, end }: Resolutions): readonly number[] {
  const first = reached(-Infinity, 1);
  const days: number[] = [];
  for (let day = Math.ceil(first) + FIRST_FORECAST; day < end; day += EVERY) {
    if (knownOn(day).length > 0) days.push(day);
  }
  return days;
}

/** Forecasts for the next issues as they would have been made on a day, from what was known then. */
export function forecastOn(resolutions: Resolutions, day: number, issues: number): Pick<Trial, 'calibrated' | 'plain'> {
  const known = resolutions.knownOn(day);
  const curve = curveOf(walk(known, day, issues).at(-1)?.days ?? []);
  return {
    calibrated: PROBABILITIES.map((probability) => curve.quantile(probability)),
    plain: plainForecast(known, day, issues, PROBABILITIES),
  };
}

/** Walks through a project's history and compares the app's forecasts with plain sampling, by horizon and in total. */
export function backtest(resolutions: Resolutions): readonly Comparison[] {
  const days = forecastDays(resolutions);
  const trials = HORIZONS.flatMap((issues) =>
    days.map((day) => ({
      issues,
      outcome: resolutions.reached(day, issues) - day,
      observed: resolutions.end - day,
      ...forecastOn(resolutions, day, issues),
    })),
  );
  return [
    ...HORIZONS.map((issues) =>
      compare(
        issues,
        trials.filter((trial) => trial.issues === issues),
      ),
    ),
    compare(null, trials),
  ];
}
