import type { FeedbackSummary } from '../../../../../../src/contract/feedback';
import { StateLozenge } from '../../../components/Lozenge';
import { usePage } from '../../../lib/Page';
import { contactName } from '../../../components/contact/contactName';
import { isOpen } from '../state/filters';
import { excerptOf } from '../state/excerpt';
import { useWords } from '../state/words';
import { ClockLabel } from './ClockLabel';

/** Names the button that opens an item, so that the focus can return to it. */
export function rowButtonId(feedbackId: string): string {
  return `open-${feedbackId}`;
}

interface FeedbackRowProps {
  readonly item: FeedbackSummary;
  readonly now: number;
  readonly onOpen: () => void;
}

function Age({ item, now }: Pick<FeedbackRowProps, 'item' | 'now'>) {
  const { formats } = usePage();
  const fresh = formats.dayOf(Date.parse(item.recordedAt)) === item.saidOn;
  return (
    <time dateTime={item.saidOn} title={formats.day(item.saidOn)}>
      {fresh ? formats.ago(item.recordedAt, now) : formats.daysAgo(item.saidOn, now)}
    </time>
  );
}

/** One item of the list; all of it opens the item. */
export function FeedbackRow({ item, now, onOpen }: FeedbackRowProps) {
  const { t } = usePage();
  const words = useWords();
  return (
    <li className={isOpen(item) ? 'row row-item' : 'row row-item row-closed'}>
      <div className="row-top">
        <StateLozenge state={item.state} />
        <span>{t(`kind.${item.kind}`)}</span>
        <span className={`importance importance-${item.importance}`}>{words.importance(item.importance)}</span>
        <ClockLabel clock={item.clock} now={now} />
      </div>
      <button type="button" id={rowButtonId(item.id)} className="row-open" onClick={onOpen}>
        {excerptOf(t, item)}
      </button>
      <p className="meta">
        <span>{contactName(t, item.contact)}</span>
        <span>{t(`channel.${item.channel}`)}</span>
        <Age item={item} now={now} />
      </p>
    </li>
  );
}
