import type { Band } from '../../contract/changeVocabulary';

/**
 * From which confidence on a band begins. One strong link, or two of the strongest, is certain; a single weak link is
 * possible at most, and what several weak ones lead to is not worth anybody's reading.
 */
export const BAND_FLOORS: Readonly<Record<Band, number>> = { certain: 0.6, likely: 0.35, possible: 0.15 };

/** The band of a confidence; null below the lowest, where an issue is not listed. */
export function bandOf(confidence: number): Band | null {
  if (confidence >= BAND_FLOORS.certain) return 'certain';
  if (confidence >= BAND_FLOORS.likely) return 'likely';
  return confidence >= BAND_FLOORS.possible ? 'possible' : null;
}
