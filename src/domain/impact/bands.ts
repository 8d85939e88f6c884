import type { Band } from '../../contract/changeVocabulary';

/**
 * From which confidence on a band begins. With the built-in strengths `certain` is one strong link or two of the
 * strongest; `likely` are up to three strong links, or one of medium strength; `possible` is a weak link and up to three
 * strong ones after it, which is also how far one finds what a link drawn carelessly hides. What is below would be wrong
 * in 98 of 100 cases (`npm run bench -- impact-search`).
 */
export const BAND_FLOORS: Readonly<Record<Band, number>> = { certain: 0.65, likely: 0.35, possible: 0.1 };

/** The band of a confidence; null below the lowest, where an issue is not listed. */
export function bandOf(confidence: number): Band | null {
  if (confidence >= BAND_FLOORS.certain) return 'certain';
  if (confidence >= BAND_FLOORS.likely) return 'likely';
  return confidence >= BAND_FLOORS.possible ? 'possible' : null;
}
