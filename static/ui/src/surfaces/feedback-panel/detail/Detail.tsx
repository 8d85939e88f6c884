import { useId } from 'react';
import type { FeedbackDetail, FeedbackList, FeedbackSummary } from '../../../../../../src/contract/feedback';
import { DetailFrame } from '../../../components/DetailFrame';
import { StateLozenge } from '../../../components/Lozenge';
import { usePage } from '../../../lib/Page';
import { ClockLabel } from '../list/ClockLabel';
import { contactName } from '../../../components/contact/contactName';
import { useDetail } from '../state/useDetail';
import type { Feedback } from '../state/useFeedbackList';
import './detail.css';
import { DetailSkeleton } from './DetailSkeleton';
import { LoadedItem } from './LoadedItem';

interface DetailProps {
  readonly feedbackId: string;
  readonly list: FeedbackList;
  readonly now: number;
  readonly feedback: Feedback;
  readonly onOpen: (feedbackId: string) => void;
  readonly onBack: () => void;
}

/** The detail with the latest that is known of the item; a summary may be newer than the detail. */
function latest(detail: FeedbackDetail, summary: FeedbackSummary | undefined): FeedbackDetail {
  return summary === undefined || summary.version < detail.version ? detail : { ...detail, ...summary };
}

/** One item in the place of the list. */
export function Detail({ feedbackId, list, now, feedback, onOpen, onBack }: DetailProps) {
  const { t } = usePage();
  const headingId = useId();
  const { detail, failure, reload } = useDetail(feedbackId, feedback.put);
  const summary = list.items.find(({ id }) => id === feedbackId);
  const item = detail === null ? null : latest(detail, summary);
  const known = item ?? summary;
  return (
    <DetailFrame
      headingId={headingId}
      heading={
        known === undefined
          ? t('detail.loading')
          : t(`detail.title.${known.kind}`, { contact: contactName(t, known.contact) })
      }
      backLabel={t('detail.back')}
      marks={
        known === undefined ? null : (
          <>
            <StateLozenge state={known.state} />
            <ClockLabel clock={known.clock} now={now} />
          </>
        )
      }
      failure={failure}
      failureTitle={t('detail.failed')}
      skeleton={item === null ? <DetailSkeleton /> : null}
      onRetry={() => void reload()}
      onBack={onBack}
    >
      {item === null ? null : (
        <LoadedItem
          item={item}
          list={list}
          now={now}
          feedback={feedback}
          headingId={headingId}
          reload={reload}
          onOpen={onOpen}
        />
      )}
    </DetailFrame>
  );
}
