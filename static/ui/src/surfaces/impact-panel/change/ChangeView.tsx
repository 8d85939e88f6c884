import { useId } from 'react';
import Button from '@atlaskit/button/new';
import type { ImpactOverview } from '../../../../../../src/contract/change';
import { FailureNotice } from '../../../components/FailureNotice';
import { BackIcon } from '../../../components/Icons';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import '../../../styles/detail.css';
import { HomeSkeleton } from '../home/HomeSkeleton';
import { useChange } from '../state/useChange';
import './change.css';
import { changeTitle } from './changeTitle';
import { LoadedChange } from './LoadedChange';
import { StateLozenge, TierLozenge } from './Lozenges';

interface ChangeViewProps {
  readonly changeId: string;
  readonly overview: ImpactOverview;
  readonly now: number;
  /** Something was saved: what is shown elsewhere is not up to date any more. */
  readonly onChanged: () => Promise<void>;
  readonly onOpen: (changeId: string) => void;
  readonly onBack: () => void;
}

/** One change request in the place of the list. */
export function ChangeView({ changeId, overview, now, onChanged, onOpen, onBack }: ChangeViewProps) {
  const { t } = usePage();
  const headingId = useId();
  const { change, failure, reload } = useChange(changeId);
  const known = change ?? overview.changes.find(({ id }) => id === changeId);
  return (
    <article className="detail" aria-labelledby={headingId}>
      <div className="detail-back">
        <Button appearance="subtle" spacing="compact" onClick={onBack}>
          <span className="with-icon">
            <BackIcon />
            {t('change.back')}
          </span>
        </Button>
      </div>
      <header className="detail-head">
        <h2 id={headingId} ref={focusOnMount} tabIndex={-1} className="heading">
          {known === undefined ? t('change.loading') : changeTitle(t, known)}
        </h2>
        {known === undefined ? null : (
          <div className="row-top">
            <StateLozenge state={known.state} />
            {known.tier === null ? null : <TierLozenge tier={known.tier} />}
            <span>{t(`change.urgency.${known.urgency}`)}</span>
          </div>
        )}
      </header>
      {failure === null ? null : (
        <FailureNotice failure={failure} title={t('change.failed')} onRetry={() => void reload()} />
      )}
      {change === null && failure === null ? <HomeSkeleton /> : null}
      {change === null ? null : (
        <LoadedChange
          change={change}
          overview={overview}
          now={now}
          headingId={headingId}
          reload={reload}
          onChanged={onChanged}
          onOpen={onOpen}
        />
      )}
    </article>
  );
}
