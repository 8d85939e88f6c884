import type { CostResult } from '../../contract/impact';
import type { Effort } from '../../contract/issues';
import type { CostSettings } from '../../contract/settings';
import { minus, NO_EFFORT, plus, times } from './effort';
import { counted } from './scope';
import type { AffectedIssue } from './scope';

export interface CostContext {
  readonly settings: CostSettings;
  /** Of the change itself. */
  readonly effort: Effort | null;
  readonly fixedCost: number;
  /** What need not be done any more. */
  readonly saved: Effort;
}

/** What the rows are expected to take: each by its effort, in the measure in which it is sure to be affected. */
function expectedEffort(rows: readonly AffectedIssue[]): Effort {
  return counted(rows).reduce(
    (sum, { effort, confidence }) => (effort === null ? sum : plus(sum, times(effort, confidence))),
    NO_EFFORT,
  );
}

function inMoney(effort: Effort, { ratePerDay }: CostSettings, fixed: number): Effort | null {
  if (ratePerDay === null) return null;
  const { low, likely, high } = times(effort, ratePerDay);
  return { low: low + fixed, likely: likely + fixed, high: high + fixed };
}

/** What a change costs: its own effort, that of what it touches, and what it costs beside, less what it drops. */
export function costOf(
  rows: readonly AffectedIssue[],
  { settings, effort, fixedCost, saved }: CostContext,
): CostResult {
  const rework = expectedEffort(rows.filter(({ isRework }) => isRework));
  const total = minus(plus(effort ?? NO_EFFORT, expectedEffort(rows)), saved);
  const money = inMoney(total, settings, fixedCost);
  const { budget } = settings;
  return {
    effort: total,
    rework,
    money,
    reworkMoney: inMoney(rework, settings, 0),
    fixed: fixedCost,
    budgetShare: money === null || budget === null || budget <= 0 ? null : (money.likely / budget) * 100,
  };
}
