import type { Change, IssueData, ProjectData, StatusCategory } from '../api';
import { ACCOUNTS, type Days, type Draft } from './draft';
import { sampleLinks } from './links';
import { REQUIREMENTS } from './requirements';
import { DEFECTS } from './defects';
import { WORK_ITEMS } from './workItems';

const KEY = 'HARBOR';
/** The issue to which all requirements belong. */
const EPIC = 1;
const DAY = 86_400_000;
const HOUR = 3_600_000;

const VERSIONS: readonly { readonly name: string; readonly released: boolean; readonly day: Days }[] = [
  { name: '1.0 Pilot', released: true, day: -28 },
  { name: '1.1 Self-service', released: false, day: 26 },
  { name: '2.0 Billing', released: false, day: 96 },
];

function categoryOf(status: string): StatusCategory {
  if (status === 'Done') return 'done';
  return status === 'To Do' ? 'new' : 'indeterminate';
}

/** Moments and days counted from the site's first start. */
class Calendar {
  readonly #midnight: number;

  constructor(start: Date) {
    this.#midnight = Math.floor(start.getTime() / DAY) * DAY;
  }

  /** In working hours, a little different for each issue. */
  moment(day: Days, seed: number): string {
    return new Date(this.#midnight + day * DAY + (7 + (seed % 8)) * HOUR + ((seed * 17) % 60) * 60_000).toISOString();
  }

  day(day: Days): string;
  day(day: Days | undefined): string | null;
  day(day: Days | undefined): string | null {
    if (day === undefined) return null;
    return new Date(this.#midnight + day * DAY).toISOString().slice(0, 10);
  }
}

function keyOf(number: number): string {
  return `${KEY}-${String(number)}`;
}

function historyOf(
  { moves = [], changes = [], number, assignee, reporter, created }: Draft,
  calendar: Calendar,
): readonly Change[] {
  const assigned = assignee && {
    at: calendar.moment(created, number + 1),
    by: ACCOUNTS[reporter],
    field: 'assignee',
    from: null,
    to: null,
  };
  const statuses = moves.flatMap(([day, status, by], index): readonly Change[] => {
    const base = { at: calendar.moment(day, number + index + 2), by: ACCOUNTS[by] };
    const change = { ...base, field: 'status', from: moves[index - 1]?.[1] ?? 'To Do', to: status };
    return status === 'Done' ? [change, { ...base, field: 'resolution', from: null, to: 'Done' }] : [change];
  });
  const others = changes.map(({ day, by, ...change }) => ({
    ...change,
    at: calendar.moment(day, number),
    by: ACCOUNTS[by],
  }));
  return [...(assigned ? [assigned] : []), ...statuses, ...others].sort((one, other) => one.at.localeCompare(other.at));
}

function effortOf({ estimateHours, spentHours }: Draft, done: boolean) {
  const seconds = (hours: number | undefined) => (hours === undefined ? null : hours * 3_600);
  const left = Math.max(0, (estimateHours ?? 0) - (spentHours ?? 0));
  return {
    originalEstimateSeconds: seconds(estimateHours),
    remainingEstimateSeconds: estimateHours === undefined ? null : seconds(done ? 0 : left),
    timeSpentSeconds: seconds(spentHours),
  };
}

function peopleOf({ reporter, assignee }: Draft) {
  return { reporter: ACCOUNTS[reporter], assignee: assignee ? ACCOUNTS[assignee] : null };
}

function parentOf({ parent, type }: Draft): string | null {
  if (parent !== undefined) return keyOf(parent);
  return type === 'Requirement' ? keyOf(EPIC) : null;
}

function issueOf(draft: Draft, calendar: Calendar): IssueData {
  const { labels = [], components = [], versions = [], restricted = false, comments = 0 } = draft;
  const history = historyOf(draft, calendar);
  const created = calendar.moment(draft.created, draft.number);
  const status = draft.moves?.at(-1)?.[1] ?? 'To Do';
  const resolved = history.findLast((change) => change.field === 'resolution')?.at ?? null;
  return {
    key: keyOf(draft.number),
    type: draft.type,
    subtask: draft.type === 'Sub-task',
    summary: draft.summary,
    description: draft.description,
    status,
    statusCategory: categoryOf(status),
    resolution: resolved && 'Done',
    created,
    updated: history.at(-1)?.at ?? created,
    resolved,
    dueDate: calendar.day(draft.due),
    parentKey: parentOf(draft),
    priority: draft.priority ?? 'Medium',
    ...peopleOf(draft),
    ...effortOf(draft, status === 'Done'),
    ...{ labels, components, restricted, comments, history },
    fixVersions: versions,
  };
}

/** A port's booking portal for three client organisations; all dates lie around the site's first start. */
export function sampleProject(start: Date): ProjectData {
  const calendar = new Calendar(start);
  return {
    key: KEY,
    name: 'Harbor Portal',
    people: [],
    versions: VERSIONS.map(({ name, released, day }) => ({ name, released, releaseDate: calendar.day(day) })),
    issues: [...REQUIREMENTS, ...WORK_ITEMS, ...DEFECTS].map((draft) => issueOf(draft, calendar)),
    links: sampleLinks(keyOf),
  };
}
