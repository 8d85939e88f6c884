import { useId } from 'react';
import '../../../styles/detail.css';
import './detail.css';
import Button from '@atlaskit/button/new';
import type { FeedbackDetail, FeedbackList, FeedbackSummary } from '../../../../../../src/contract/feedback';
import { FailureNotice } from '../../../components/FailureNotice';
import { BackIcon } from '../../../components/Icons';
import { StateLozenge } from '../../../components/Lozenge';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { ClockLabel } from '../list/ClockLabel';
import { contactName } from '../../../components/contact/contactName';
import { useDetail } from '../state/useDetail';
import type { Feedback } from '../state/useFeedbackList';
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
    <article className="detail" aria-labelledby={headingId}>
      <div className="detail-back">
        <Button appearance="subtle" spacing="compact" onClick={onBack}>
          <span className="with-icon">
            <BackIcon />
            {t('detail.back')}
          </span>
        </Button>
      </div>
      <header className="detail-head">
        <h2 id={headingId} ref={focusOnMount} tabIndex={-1} className="heading">
          {known === undefined
            ? t('detail.loading')
            : t(`detail.title.${known.kind}`, { contact: contactName(t, known.contact) })}
        </h2>
        {known === undefined ? null : (
          <div className="row-top">
            <StateLozenge state={known.state} />
            <ClockLabel clock={known.clock} now={now} />
          </div>
        )}
      </header>
      {failure === null ? null : (
        <FailureNotice failure={failure} title={t('detail.failed')} onRetry={() => void reload()} />
      )}
      {item === null && failure === null ? <DetailSkeleton /> : null}
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
    </article>
  );
}
