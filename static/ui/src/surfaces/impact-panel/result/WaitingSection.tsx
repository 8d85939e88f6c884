import type { ScheduleResult, WaitingResult } from '../../../../../../src/contract/impact';
import { usePage } from '../../../lib/Page';

interface WaitingSectionProps {
  readonly waiting: WaitingResult;
  readonly basis: ScheduleResult['basis'];
}

/** What each working day without a decision does to the next milestone. */
export function WaitingSection({ waiting, basis }: WaitingSectionProps) {
  const { t, formats } = usePage();
  const { milestone, slipPerDay, slack } = waiting;
  if (basis === 'none') return <p>{t('impact.waiting.unknown')}</p>;
  if (basis === 'history') return <p>{t('impact.waiting.takesEstimatesLong')}</p>;
  if (milestone === null) return <p>{t('impact.waiting.noMilestone')}</p>;
  const values = { milestone: milestone.name, slip: formats.days(slipPerDay), slack: formats.days(slack ?? 0) };
  return (
    <>
      <p>{t(slack !== null && slack > 0 ? 'impact.waiting.afterSlack' : 'impact.waiting.atOnce', values)}</p>
      <p className="quiet small">{t('impact.waiting.explanation')}</p>
    </>
  );
}
