import { z } from 'zod';
import type { Change } from '../../domain/change/change';
import { digestOf } from '../../domain/impact/frozen';
import type { FrozenResults } from '../../domain/impact/frozen';
import type { AssessmentStore } from './ports';

/** The digest in the journal vouches for the content; the format says how it is to be read. */
const resultsText = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.custom<FrozenResults>((value) => z.object({ format: z.literal(1) }).safeParse(value).success));

/**
 * What was frozen for a change request, exactly as its event in the journal vouches for it.
 *
 * @returns null when nothing was frozen, or when what is kept is not what was frozen
 */
export async function frozenResults(
  { assessmentStore }: { readonly assessmentStore: AssessmentStore },
  { frozen }: Pick<Change, 'frozen'>,
): Promise<FrozenResults | null> {
  if (frozen === null) return null;
  const text = await assessmentStore.read(frozen.digest);
  return text === null || digestOf(text) !== frozen.digest ? null : resultsText.parse(text);
}
