import type { ChangeState } from '../../../../../../src/contract/changeVocabulary';
import type { Tier } from '../../../../../../src/contract/settings';
import { usePage } from '../../../lib/Page';

/** The state of a change request, as a word on its colour. */
export function StateLozenge({ state }: { readonly state: ChangeState }) {
  const { t } = usePage();
  return <span className={`lozenge lozenge-change-${state}`}>{t(`change.state.${state}`)}</span>;
}

/** How much a change weighs, and so who decides. */
export function TierLozenge({ tier }: { readonly tier: Tier }) {
  const { t } = usePage();
  return <span className={`lozenge lozenge-tier-${tier}`}>{t(`change.tier.${tier}`)}</span>;
}
