import type { RequirementStatus } from '../../../../../../src/contract/summary';
import { TIERS } from '../../../../../../src/contract/settings';

/** What may be shown beside the key and the summary, in this order. */
export const COLUMNS = [
  'status',
  'progress',
  'milestone',
  'feedback',
  'changes',
  'parent',
  'components',
  'clients',
] as const;
export type Column = (typeof COLUMNS)[number];
/** What is shown unless somebody chose. */
export const USUAL_COLUMNS: readonly Column[] = ['status', 'progress', 'milestone', 'feedback', 'changes'];
export type SortKey = 'key' | 'summary' | Column;

export const GROUPINGS = ['none', 'status', 'milestone', 'component', 'parent', 'client'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const FOCUSES = ['all', 'open', 'late', 'waiting', 'feedback', 'changes'] as const;
export type Focus = (typeof FOCUSES)[number];

const CATEGORY = { new: 0, indeterminate: 1, done: 2 } as const;
const LAST_DAY = '9999';

function share({ progress }: RequirementStatus): number {
  return progress === null ? -1 : progress.done / progress.total;
}

function heaviest({ changes }: RequirementStatus): number {
  return changes.reduce((most, { tier }) => Math.max(most, 1 + (tier === null ? -1 : TIERS.indexOf(tier))), -1);
}

function keyParts(key: string): readonly [string, number] {
  const dash = key.lastIndexOf('-');
  return [key.slice(0, dash), Number(key.slice(dash + 1))];
}

function byKey(one: string, other: string): number {
  const [[project, number], [otherProject, otherNumber]] = [keyParts(one), keyParts(other)];
  return project.localeCompare(otherProject) || number - otherNumber;
}

type Compare = (one: RequirementStatus, other: RequirementStatus) => number;

/** Rising, each in the order in which people expect it. */
export const COMPARE: Readonly<Record<SortKey, Compare>> = {
  key: (one, other) => byKey(one.key, other.key),
  summary: (one, other) => one.summary.localeCompare(other.summary),
  status: (one, other) =>
    CATEGORY[one.statusCategory] - CATEGORY[other.statusCategory] || one.status.localeCompare(other.status),
  progress: (one, other) => share(one) - share(other),
  milestone: (one, other) =>
    (one.milestone?.releaseDate ?? LAST_DAY).localeCompare(other.milestone?.releaseDate ?? LAST_DAY) ||
    (one.milestone?.name ?? '').localeCompare(other.milestone?.name ?? ''),
  feedback: (one, other) => one.overdueFeedback - other.overdueFeedback || one.openFeedback - other.openFeedback,
  changes: (one, other) => heaviest(one) - heaviest(other),
  parent: (one, other) => byKey(one.parent?.key ?? '', other.parent?.key ?? ''),
  components: (one, other) => one.components.join().localeCompare(other.components.join()),
  clients: (one, other) => one.clients.join().localeCompare(other.clients.join()),
};

/** Which requirements each focus leaves. */
export const MEETS: Readonly<Record<Focus, (row: RequirementStatus) => boolean>> = {
  all: () => true,
  open: ({ statusCategory }) => statusCategory !== 'done',
  late: ({ isLate }) => isLate,
  waiting: ({ changes }) => changes.some(({ isWaiting }) => isWaiting),
  feedback: ({ openFeedback }) => openFeedback > 0,
  changes: ({ changes }) => changes.length > 0,
};
