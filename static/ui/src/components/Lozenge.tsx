import type { FeedbackState } from '../../../../src/contract/vocabulary';
import { usePage } from '../lib/Page';

/** The state of an item, as a word on its colour. */
export function StateLozenge({ state }: { readonly state: FeedbackState }) {
  const { t } = usePage();
  return <span className={`lozenge lozenge-${state}`}>{t(`state.${state}`)}</span>;
}
