import type { FeedbackSummary } from '../../../../../../src/contract/feedback';

export const FILTERS = ['open', 'overdue', 'mine', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

const OPEN: readonly string[] = ['new', 'acknowledged', 'planned'];

/** Whether somebody still has to do something about the item. */
export function isOpen({ state }: Pick<FeedbackSummary, 'state'>): boolean {
  return OPEN.includes(state);
}

/** Whether the clock runs and its time is up; `now` in milliseconds since 1970. */
function isOverdue({ clock }: Pick<FeedbackSummary, 'clock'>, now: number): boolean {
  return (clock.phase === 'response' || clock.phase === 'resolution') && Date.parse(clock.dueAt) < now;
}

/** The items that pass a filter, in their order. */
export function filtered(items: readonly FeedbackSummary[], filter: Filter, now: number): readonly FeedbackSummary[] {
  switch (filter) {
    case 'open':
      return items.filter(isOpen);
    case 'overdue':
      return items.filter((item) => isOverdue(item, now));
    case 'mine':
      return items.filter(({ mine }) => mine);
    case 'all':
      return items;
  }
}
