import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import type { Failure } from '../lib/call';
import { focusOnMount } from '../lib/focus';
import '../styles/detail.css';
import { FailureNotice } from './FailureNotice';
import { BackIcon } from './Icons';

interface DetailFrameProps {
  readonly headingId: string;
  readonly heading: string;
  readonly backLabel: string;
  /** State and the like, beside the heading; null while nothing is known. */
  readonly marks: ReactNode;
  /** Why it could not be read; null when it could. */
  readonly failure: Failure | null;
  readonly failureTitle: string;
  /** Holds the place until it is read; null afterwards. */
  readonly skeleton: ReactNode;
  readonly children: ReactNode;
  readonly onRetry: () => void;
  readonly onBack: () => void;
}

/** One thing in the place of the list it was opened from; the heading takes the focus. */
export function DetailFrame({ headingId, heading, backLabel, marks, failure, ...props }: DetailFrameProps) {
  const { failureTitle, skeleton, children, onRetry, onBack } = props;
  return (
    <article className="detail" aria-labelledby={headingId}>
      <div className="detail-back">
        <Button appearance="subtle" spacing="compact" onClick={onBack}>
          <span className="with-icon">
            <BackIcon />
            {backLabel}
          </span>
        </Button>
      </div>
      <header className="detail-head">
        <h2 id={headingId} ref={focusOnMount} tabIndex={-1} className="heading">
          {heading}
        </h2>
        {marks === null ? null : <div className="row-top">{marks}</div>}
      </header>
      {failure === null ? skeleton : <FailureNotice failure={failure} title={failureTitle} onRetry={onRetry} />}
      {children}
    </article>
  );
}
