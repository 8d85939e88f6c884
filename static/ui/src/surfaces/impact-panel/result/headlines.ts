import type { ImpactResult, MilestoneImpact, ScheduleResult } from '../../../../../../src/contract/impact';
import type { Formats } from '../../../lib/formats';
import type { Translate } from '../../../lib/i18n';
import { effortText, moneyText } from '../state/effortText';

export const ANSWERS = ['scope', 'schedule', 'cost', 'quality', 'waiting'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What one answer comes to, in a few words. */
export interface Headline {
  readonly value: string;
  readonly detail: string;
}

/** The milestone that slips the most at P80 of those that are in sight at all; null without any. */
function worstMilestone({ milestones, horizon }: ScheduleResult): MilestoneImpact | null {
  return milestones
    .filter(({ before }) => before.p80 < horizon)
    .reduce<MilestoneImpact | null>(
      (worst, each) => (worst === null || each.slip.p80 > worst.slip.p80 ? each : worst),
      null,
    );
}

/** Working days in words: "4 days later", "No slip". */
export function slipText(t: Translate, formats: Formats, days: number): string {
  if (days > 0) return t('impact.schedule.later', { days: formats.days(days) });
  return days < 0 ? t('impact.schedule.earlier', { days: formats.days(-days) }) : t('impact.schedule.same');
}

function scope(t: Translate, { scope: { rows, hidden } }: ImpactResult): Headline {
  const counted = rows.filter(({ verdict }) => verdict !== 'exclude');
  const rework = counted.filter(({ isRework }) => isRework).length;
  return {
    value: t('impact.scope.count', { count: counted.length + hidden }),
    detail: rework === 0 ? t('impact.scope.noRework') : t('impact.scope.rework', { count: rework }),
  };
}

function schedule(t: Translate, formats: Formats, { schedule: result }: ImpactResult): Headline {
  const { milestones, overall, basis, horizon } = result;
  if (basis === 'none' || (milestones.length === 0 && overall === null)) {
    return { value: t('impact.unknown'), detail: t('impact.schedule.noBasis') };
  }
  const worst = worstMilestone(result);
  const whole = milestones.length === 0 ? overall : null;
  const finish = worst?.after.p80 ?? whole?.after.p80 ?? horizon;
  if (finish >= horizon) {
    return {
      value: t('impact.schedule.outOfSight'),
      detail: worst?.version.name ?? t('impact.schedule.withinTenYears'),
    };
  }
  if (worst !== null) return { value: slipText(t, formats, worst.slip.p80), detail: worst.version.name };
  return { value: formats.day(finish), detail: t('impact.schedule.everything') };
}

function cost(t: Translate, formats: Formats, { cost: figures }: ImpactResult, currency: string): Headline {
  const { effort, money, rework } = figures;
  return {
    value: money === null ? effortText(t, formats, effort) : moneyText(t, formats, money, currency),
    detail:
      rework.likely === 0
        ? t('impact.cost.noRework')
        : t('impact.cost.ofThatRework', { days: formats.days(rework.likely) }),
  };
}

function quality(t: Translate, { quality: { tests, testsHidden, defects, defectsHidden } }: ImpactResult): Headline {
  return {
    value: t('impact.quality.tests', { count: tests.length + testsHidden }),
    detail: t('impact.quality.defects', { count: defects.length + defectsHidden }),
  };
}

function waiting(t: Translate, formats: Formats, result: ImpactResult): Headline {
  const { milestone, slipPerDay, slack } = result.waiting;
  const { basis } = result.schedule;
  if (basis === 'none') return { value: t('impact.unknown'), detail: t('impact.schedule.noBasis') };
  if (basis === 'history') return { value: t('impact.unknown'), detail: t('impact.waiting.takesEstimates') };
  if (milestone === null) return { value: t('impact.waiting.nothing'), detail: t('impact.waiting.nothingDetail') };
  if (slack !== null && slack > 0) {
    return { value: t('impact.waiting.slack', { days: formats.days(slack) }), detail: milestone.name };
  }
  return { value: t('impact.waiting.perDay', { days: formats.days(slipPerDay) }), detail: milestone.name };
}

/** What every answer comes to. */
export function headlines(
  t: Translate,
  formats: Formats,
  result: ImpactResult,
  currency: string,
): Readonly<Record<Answer, Headline>> {
  return {
    scope: scope(t, result),
    schedule: schedule(t, formats, result),
    cost: cost(t, formats, result, currency),
    quality: quality(t, result),
    waiting: waiting(t, formats, result),
  };
}
