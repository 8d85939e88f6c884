import type { ScopeResult } from '../../contract/impact';
import type { ImpactFacts } from './facts';
import { wordsOf } from './scope';
import type { AffectedIssue } from './scope';
import type { Routes } from './routes';

/** More lines than this nobody tells apart. */
const MOST_EDGES = 5_000;

/**
 * The lines between the listed issues and the starts, one for each link, parent and child, in the direction in which a
 * change is more likely to travel. Ends are places of rows; -1 - i is the i-th start.
 */
export function edgesAmong(
  facts: ImpactFacts,
  routes: Routes,
  starts: readonly number[],
  rows: readonly AffectedIssue[],
): ScopeResult['edges'] {
  const place = new Map([...rows.entries()].map(([index, { issue }]) => [issue, index]));
  for (const [index, start] of starts.entries()) place.set(start, -1 - index);
  const best = new Map<string, number>();
  for (let row = 0; row < routes.from.length; row += 1) {
    const [from, to] = [routes.from[row]!, routes.to[row]!];
    if (!place.has(from) || !place.has(to)) continue;
    const ends = from < to ? `${from} ${to}` : `${to} ${from}`;
    const other = best.get(ends);
    if (other === undefined || routes.strength[row]! > routes.strength[other]!) best.set(ends, row);
  }
  return [...best.values()].slice(0, MOST_EDGES).map((row) => ({
    from: place.get(routes.from[row]!)!,
    to: place.get(routes.to[row]!)!,
    words: wordsOf(facts, routes, row),
  }));
}
