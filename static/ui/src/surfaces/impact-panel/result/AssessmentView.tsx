import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { usePage } from '../../../lib/Page';
import type { Assessment } from '../state/useAssessment';
import { ImpactView } from './ImpactView';
import type { Reviewing } from './reviewing';

interface AssessmentViewProps {
  readonly assessment: Assessment;
  readonly currency: string;
  readonly reviewing: Reviewing | null;
  readonly onRun: () => void;
}

/** From this many seconds on, it is said how long it takes already. */
const LONG = 2;

function useSeconds(since: number): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - since) / 1000)), 500);
    return () => clearInterval(timer);
  }, [since]);
  return seconds;
}

function Running({ since, onCancel }: { readonly since: number; readonly onCancel: () => void }) {
  const { t } = usePage();
  const seconds = useSeconds(since);
  return (
    <div className="running">
      <p role="status">{t('impact.running')}</p>
      <progress className="progress" aria-label={t('impact.running')} />
      <div className="button-row">
        <Button spacing="compact" onClick={onCancel}>
          {t('impact.cancel')}
        </Button>
        {seconds < LONG ? null : <span className="quiet small">{t('impact.runningFor', { seconds })}</span>}
      </div>
    </div>
  );
}

/** An assessment on its way, failed, stopped or there; what was there stays while a new one runs. */
export function AssessmentView({ assessment, currency, reviewing, onRun }: AssessmentViewProps) {
  const { t } = usePage();
  const { result, failure, runningSince, cancel } = assessment;
  const isStopped = result === null && failure === null && runningSince === null;
  return (
    <>
      {runningSince === null ? null : <Running since={runningSince} onCancel={cancel} />}
      {failure === null ? null : <FailureNotice failure={failure} title={t('impact.failed')} onRetry={onRun} />}
      {isStopped ? (
        <Notice
          tone="information"
          title={t('impact.stopped')}
          actions={
            <Button spacing="compact" onClick={onRun}>
              {t('impact.again')}
            </Button>
          }
        />
      ) : null}
      {result === null ? null : <ImpactView result={result} currency={currency} reviewing={reviewing} />}
    </>
  );
}
