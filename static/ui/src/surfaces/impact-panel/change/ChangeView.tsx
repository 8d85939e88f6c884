import { useId } from 'react';
import type { ImpactOverview } from '../../../../../../src/contract/change';
import { DetailFrame } from '../../../components/DetailFrame';
import { usePage } from '../../../lib/Page';
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
    <DetailFrame
      headingId={headingId}
      heading={known === undefined ? t('change.loading') : changeTitle(t, known)}
      backLabel={t('change.back')}
      marks={
        known === undefined ? null : (
          <>
            <StateLozenge state={known.state} />
            {known.tier === null ? null : <TierLozenge tier={known.tier} />}
            <span>{t(`change.urgency.${known.urgency}`)}</span>
          </>
        )
      }
      failure={failure}
      failureTitle={t('change.failed')}
      skeleton={change === null ? <HomeSkeleton /> : null}
      onRetry={() => void reload()}
      onBack={onBack}
    >
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
    </DetailFrame>
  );
}
