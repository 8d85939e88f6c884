import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { Failure } from '../lib/call';
import { usePage } from '../lib/Page';
import { Notice } from './Notice';

/** What stays as it is however often it is tried. */
const FINAL: ReadonlySet<Failure['code']> = new Set([
  'INVALID_INPUT',
  'UNKNOWN_PROCEDURE',
  'ISSUE_NOT_FOUND',
  'PROJECT_NOT_FOUND',
  'PAGE_NOT_FOUND',
  'EDITION_NOT_FOUND',
  'EDITION_EMPTY',
  'NOT_ALLOWED',
  'FEEDBACK_NOT_FOUND',
  'FEEDBACK_UNUSABLE',
  'CHANGE_NOT_FOUND',
  'CHANGE_INCOMPLETE',
  'CHANGE_STEP_NOT_POSSIBLE',
  'STALE_ASSESSMENT',
  'CONTACT_NOT_FOUND',
  'CONTACT_ERASED',
  'CLIENT_NOT_FOUND',
  'CONTACT_IN_USE',
  'CLIENT_IN_USE',
  'ENTRY_UNUSABLE',
  'TRANSITION_NOT_POSSIBLE',
  'ANSWER_MISSING',
  'MERGE_TARGET_UNUSABLE',
] satisfies Failure['code'][]);

function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const next = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(next);
      if (next === 0) clearInterval(timer);
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [seconds]);
  return left;
}

function Retry({ wait, onRetry }: { readonly wait: number; readonly onRetry: () => void }) {
  const { t } = usePage();
  const left = useCountdown(wait);
  return (
    <Button spacing="compact" onClick={onRetry} isDisabled={left > 0}>
      {left > 0 ? t('failure.retryIn', { seconds: left }) : t('failure.retry')}
    </Button>
  );
}

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do; counts down the wait that the back end asked for. */
export function FailureNotice({ failure, title, onRetry }: FailureNoticeProps) {
  const { t } = usePage();
  const { code, reference, retryAfterSeconds, fields = [] } = failure;
  const words = fields.flatMap((field) => field.words ?? []).join(' ');
  const retry =
    onRetry === undefined || FINAL.has(code) ? null : (
      <Retry key={reference} wait={Math.ceil(retryAfterSeconds ?? 0)} onRetry={onRetry} />
    );
  return (
    <Notice
      tone="danger"
      urgent
      {...(title === undefined ? {} : { title })}
      {...(retry === null ? {} : { actions: retry })}
    >
      <p>{words === '' ? t(`error.${code}`) : words}</p>
      {reference === null ? null : <p className="quiet">{t('failure.reference', { reference })}</p>}
    </Notice>
  );
}
