import type { FeedbackSummary } from '../../../../../../src/contract/feedback';
import type { Translate } from '../../../lib/i18n';

const SHORT = 80;

/** The beginning of the text, or words in the place of an erased one. */
export function excerptOf(t: Translate, item: Pick<FeedbackSummary, 'excerpt' | 'truncated'>): string {
  if (item.excerpt === null) return t('item.erasedText');
  return item.truncated ? `${item.excerpt}…` : item.excerpt;
}

/** A few words that name an item inside a sentence. */
export function titleOf(t: Translate, item: { readonly excerpt: string | null }): string {
  if (item.excerpt === null) return t('item.erasedText');
  const line = item.excerpt.replace(/\s+/gu, ' ');
  return line.length > SHORT ? `${line.slice(0, SHORT).trimEnd()}…` : line;
}
