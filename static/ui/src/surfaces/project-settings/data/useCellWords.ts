import { CHANGE_STATES, URGENCIES } from '../../../../../../src/contract/changeVocabulary';
import { TIERS } from '../../../../../../src/contract/settings';
import { CHANNELS, FEEDBACK_KINDS, FEEDBACK_STATES, IMPORTANCES } from '../../../../../../src/contract/vocabulary';
import type { MessageKey } from '../../../lib/i18n';
import { usePage } from '../../../lib/Page';
import type { CellWords } from './exporting';

function keys<Word extends string>(words: readonly Word[], keyOf: (word: Word) => MessageKey) {
  return new Map<string, MessageKey>(words.map((word) => [word, keyOf(word)]));
}

const WORDS: Readonly<Record<string, ReadonlyMap<string, MessageKey>>> = {
  'feedback.state': keys(FEEDBACK_STATES, (word) => `state.${word}`),
  'feedback.kind': keys(FEEDBACK_KINDS, (word) => `kind.${word}`),
  'feedback.importance': keys(IMPORTANCES, (word) => `importance.${word}`),
  'feedback.channel': keys(CHANNELS, (word) => `channel.${word}`),
  'changes.state': keys(CHANGE_STATES, (word) => `change.state.${word}`),
  'changes.tier': keys(TIERS, (word) => `change.tier.${word}`),
  'changes.urgency': keys(URGENCIES, (word) => `change.urgency.${word}`),
};

/** States and kinds in the reader's language, instants in their time zone; everything else as it is. */
export function useCellWords(): CellWords {
  const { t, formats } = usePage();
  return (table, column, cell) => {
    const key = WORDS[`${table}.${column}`]?.get(cell);
    if (key !== undefined) return t(key);
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(cell) && /(?:At|By)$/u.test(column) ? formats.moment(cell) : cell;
  };
}
