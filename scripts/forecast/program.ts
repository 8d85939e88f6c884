import { ImportRefused } from '../../sandbox/import/problems';
import { readIssues } from '../../sandbox/import/readIssues';
import { BadInput } from '../support/program';
import { backtest, forecastDays, type Comparison, type Verdict } from './backtest';
import { resolutionsOf } from './resolutions';

const MILLISECONDS_A_DAY = 86_400_000;

/** What the program prints. */
export interface BacktestAnswer {
  readonly issues: number;
  readonly resolved: number;
  /** The first and the last day of a forecast, and how many there are. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly horizons: readonly Comparison[];
  readonly total: Comparison;
}

function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function read(text: string) {
  try {
    return readIssues(text);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const [first] = error.problems;
    const more = error.problems.length > 1 ? ` (and ${error.problems.length - 1} more)` : '';
    const what = `${first?.where ?? 'the file'}: ${first?.what ?? 'not as it should be'}`;
    throw new BadInput(`The history cannot be read, ${what}${more}.`);
  }
}

/**
 * Holds the forecasts against the history that is written in a text, in either form of an import.
 *
 * @throws BadInput when it is none, or too short to make a single forecast.
 */
export function backtestAnswer(text: string): BacktestAnswer {
  const resolutions = resolutionsOf(read(text));
  const days = forecastDays(resolutions);
  const [from] = days;
  const to = days.at(-1);
  if (from === undefined || to === undefined) {
    throw new BadInput(
      'There is too little history: no forecast is made before twelve weeks after the first resolved issue.',
    );
  }
  const comparisons = backtest(resolutions);
  const total = comparisons.at(-1);
  if (total === undefined) throw new Error('A backtest without a total');
  const { issues, resolvedAtEnd: resolved } = resolutions;
  return {
    issues,
    resolved,
    from: dateOf(from),
    to: dateOf(to),
    days: days.length,
    horizons: comparisons.slice(0, -1),
    total,
  };
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(100 * share).toFixed(1)} %`;
}

function line(name: string, method: string, { forecasts, held, pinball }: Verdict): string {
  const shares = held.map(({ share }) => percent(share).padStart(8)).join('');
  const loss = pinball === null ? '-' : pinball.toFixed(2);
  return `${name.padEnd(16)}${method.padEnd(14)}${String(forecasts).padStart(9)}${shares}${loss.padStart(12)}`;
}

/** The same as a table for people. */
export function asTable({ issues, resolved, from, to, days, horizons, total }: BacktestAnswer): string {
  const rows = [...horizons, total].flatMap((comparison) => [
    line(comparison.issues === null ? 'all' : `next ${comparison.issues} issues`, 'Countersign', comparison.calibrated),
    line('', 'plain 12 weeks', comparison.plain),
  ]);
  return [
    `${issues} issues, ${resolved} of them resolved; ${days} days of forecasts from ${from} to ${to}.`,
    `${total.unreached} of ${total.forecasts} were not reached before the history ends: they count as missed where their day has passed,`,
    'and not at all where it has not. The loss is the mean pinball loss in days, where both gave a forecast that came out',
    `(${total.compared}); smaller is better. Plain sampling gives none where nothing was resolved in its twelve weeks.`,
    '',
    `${''.padEnd(30)}${'forecasts'.padStart(9)}${'P50'.padStart(8)}${'P80'.padStart(8)}${'P95'.padStart(8)}${'loss'.padStart(12)}`,
    ...rows,
  ].join('\n');
}
