import type { FrozenOption } from '../../domain/impact/frozen';
import { digestOf } from '../../domain/impact/frozen';
import type { Surroundings } from '../../domain/impact/surroundings';
import type { ImpactStore } from './ports';

/** Enough to tell two summaries apart, too little to guess one from. */
const DIGITS = 8;
const MOST_WATCHED = 2_000;

/**
 * Issues whose change would put an assessment out of date: those that change and those that they certainly or likely
 * affect. What is merely possible changes all the time.
 */
export function watchedIssues(options: readonly Pick<FrozenOption, 'result'>[]): readonly string[] {
  const watched = options.flatMap(({ result: { scope } }) => [
    ...scope.starts,
    ...scope.rows.filter(({ band, verdict }) => band !== 'possible' && verdict !== 'exclude').map(({ issue }) => issue),
  ]);
  return [...new Set(watched)].slice(0, MOST_WATCHED);
}

/** How the issues are now; of each summary only whether it is the same as before, for this change request alone. */
export async function surroundingsOf(
  { impact }: { readonly impact: ImpactStore },
  changeId: string,
  issues: readonly string[],
): Promise<Surroundings> {
  const found = await impact.surroundings(issues);
  return Object.fromEntries(
    found.map(({ id, summary, ...rest }) => {
      return [id, { ...rest, summary: digestOf(`${changeId} ${summary}`).slice(0, DIGITS) }];
    }),
  );
}
