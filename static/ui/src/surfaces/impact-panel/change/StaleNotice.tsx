import Button from '@atlaskit/button/new';
import type { ChangeDetail } from '../../../../../../src/contract/change';
import { canDecide } from '../../../../../../src/contract/changeLifecycle';
import { FailureNotice } from '../../../components/FailureNotice';
import { IssueLine } from '../../../components/IssueLine';
import { Notice } from '../../../components/Notice';
import { usePage } from '../../../lib/Page';
import type { ChangeOperations } from './operations';
import { useDirectSteps } from './useDirectSteps';

interface StaleNoticeProps {
  readonly change: ChangeDetail;
  readonly operations: ChangeOperations;
}

/** What has changed since the assessment was frozen; one may assess again, or decide knowing it. */
export function StaleNotice({ change, operations }: StaleNoticeProps) {
  const { t, formats } = usePage();
  const steps = useDirectSteps(change, operations);
  const stale = change.frozen?.stale ?? null;
  if (stale === null || !canDecide(change.state)) return null;
  const again = (
    <Button spacing="compact" onClick={() => void steps.take('assessing')}>
      {t('change.stale.again')}
    </Button>
  );
  return (
    <Notice tone="warning" title={t('change.stale.title')} {...(change.may.edit ? { actions: again } : {})}>
      <ul className="issue-lines">
        {stale.changed.map(({ what, ...issue }) => (
          <IssueLine key={issue.id} issue={issue}>
            <span className="quiet small">
              {formats.list(what.map((reason) => t(`change.stale.reason.${reason}`)))}
            </span>
          </IssueLine>
        ))}
      </ul>
      {stale.hidden === 0 ? null : <p>{t('impact.hidden', { count: stale.hidden })}</p>}
      <p>{t('change.stale.hint')}</p>
      {steps.failed === null ? null : <FailureNotice failure={steps.failed.failure} />}
    </Notice>
  );
}
