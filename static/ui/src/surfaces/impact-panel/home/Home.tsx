import { useEffect } from 'react';
import Button from '@atlaskit/button/new';
import type { ImpactOverview } from '../../../../../../src/contract/change';
import { LockIcon } from '../../../components/Icons';
import { PartBoundary } from '../../../components/PartBoundary';
import { usePage } from '../../../lib/Page';
import { RAISE_DRAFT } from '../change/raiseDraft';
import { WhatIf } from '../lazyParts';
import { ChangeRows } from './ChangeRows';
import { Readiness } from './Readiness';
import { TrackRecordNote } from './TrackRecordNote';

/** Names the button, so that the focus can return to it. */
export const RAISE_BUTTON = 'raise-change';

interface HomeProps {
  readonly overview: ImpactOverview;
  readonly now: number;
  /** The id of the element to focus. */
  readonly focusOn: string | null;
  /** Whether "what if" is asked; where changes are open, only on demand. */
  readonly whatIf: boolean;
  readonly refresh: () => Promise<void>;
  readonly onWhatIf: () => void;
  readonly onRaise: () => void;
  readonly onOpen: (changeId: string) => void;
}

function Toolbar({ overview, onRaise }: Pick<HomeProps, 'overview' | 'onRaise'>) {
  const { t, drafts } = usePage();
  return (
    <>
      <div className="toolbar">
        <h2 className="heading">{t('change.listTitle')}</h2>
        {overview.mayEdit ? (
          <Button id={RAISE_BUTTON} appearance="primary" onClick={onRaise}>
            {t(drafts.read(RAISE_DRAFT) === null ? 'change.raise.open' : 'change.raise.continue')}
          </Button>
        ) : null}
      </div>
      {overview.mayEdit ? null : (
        <p className="reader-note">
          <LockIcon />
          {t('change.readOnly')}
        </p>
      )}
    </>
  );
}

/** What there is on the issue, and what would follow if it changed. */
export function Home({ overview, now, focusOn, whatIf, refresh, onWhatIf, onRaise, onOpen }: HomeProps) {
  const { t } = usePage();
  const { changes, readiness, trackRecord } = overview;
  useEffect(() => {
    if (focusOn !== null) document.getElementById(focusOn)?.focus();
  }, [focusOn]);
  return (
    <>
      <Toolbar overview={overview} onRaise={onRaise} />
      {changes.length === 0 ? (
        <p className="quiet">{t('change.none')}</p>
      ) : (
        <ChangeRows changes={changes} now={now} onOpen={onOpen} />
      )}
      <Readiness overview={overview} onAsked={refresh} />
      {readiness.state !== 'ready' ? null : whatIf ? (
        <PartBoundary fallback={<span className="bone bone-block" />}>
          <WhatIf overview={overview} />
        </PartBoundary>
      ) : (
        <div className="button-row">
          <Button onClick={onWhatIf}>{t('impact.whatIfAsk')}</Button>
        </div>
      )}
      {readiness.state === 'ready' ? <TrackRecordNote record={trackRecord} /> : null}
    </>
  );
}
