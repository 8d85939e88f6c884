import type { FeedbackSummary } from '../../../../../../src/contract/feedback';
import { Fact } from '../../../components/Fact';
import { usePage } from '../../../lib/Page';
import { contactName } from '../../../components/contact/contactName';
import { useWords } from '../state/words';

/** Who said it, how and when, and how it is classed. */
export function Facts({ item }: { readonly item: FeedbackSummary }) {
  const { t, formats } = usePage();
  const words = useWords();
  return (
    <dl className="facts">
      <Fact label={t('fact.contact')}>{contactName(t, item.contact)}</Fact>
      <Fact label={t('fact.kind')}>{t(`kind.${item.kind}`)}</Fact>
      <Fact label={t('fact.importance')}>{words.importance(item.importance)}</Fact>
      <Fact label={t('fact.channel')}>{t(`channel.${item.channel}`)}</Fact>
      <Fact label={t('fact.saidOn')}>{formats.day(item.saidOn)}</Fact>
      <Fact label={t('fact.recordedAt')}>{formats.moment(item.recordedAt)}</Fact>
    </dl>
  );
}
