import type { Change, IssueData, StatusCategory } from '../api';

/** What all issues of a made-up project share. */
export interface Growing {
  readonly key: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly people: number;
  /** How many of the issues have an estimate, from 0 to 1. */
  readonly estimated: number;
  readonly versions: readonly string[];
  readonly random: () => number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** How long the project has been going. */
const AGE = 4 * 365 * DAY;
const TYPES = ['Story', 'Bug', 'Bug', 'Task', 'Task', 'Improvement'] as const;
const PRIORITIES = ['Highest', 'High', 'Medium', 'Medium', 'Medium', 'Low'] as const;
const COMPONENTS = ['api', 'billing', 'booking', 'mobile', 'reports', 'search', 'web'] as const;
const VERBS = ['Fix', 'Add', 'Change', 'Remove', 'Check', 'Speed up'] as const;
const THINGS = ['the booking form', 'invoices', 'the export', 'sign-in', 'the calendar', 'search results'] as const;
const FLOW: readonly { readonly status: string; readonly category: StatusCategory }[] = [
  { status: 'To Do', category: 'new' },
  { status: 'In Progress', category: 'indeterminate' },
  { status: 'In Review', category: 'indeterminate' },
  { status: 'Done', category: 'done' },
];

function pick<T>(from: readonly [T, ...T[]] | readonly T[], random: () => number): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError('There is nothing to pick from.');
  return found;
}

interface Walk {
  readonly changes: readonly Change[];
  readonly state: { readonly status: string; readonly category: StatusCategory };
  readonly updated: number;
  readonly resolved: number | null;
}

/** From status to status, sometimes back, with changes of estimates and assignees between. */
function walk(created: number, steps: number, { until, people, random }: Growing): Walk {
  const changes: Change[] = [];
  let [position, at] = [0, created];
  for (let step = 0; step < steps; step += 1) {
    at = Math.min(until, at + HOUR + random() ** 3 * 90 * DAY);
    const by = `grown-${Math.floor(random() * people)}`;
    const stamp = { at: new Date(at).toISOString(), by };
    if (step % 3 === 1) {
      changes.push({ ...stamp, field: 'timeestimate', from: String(3_600 * (step + 1)), to: String(3_600 * step) });
      continue;
    }
    const forward = random() < 0.85;
    const next = Math.min(FLOW.length - 1, Math.max(0, position + (forward ? 1 : -1)));
    if (next === position) continue;
    const [from, to] = [FLOW[position]?.status ?? null, FLOW[next]?.status ?? null];
    changes.push({ ...stamp, field: 'status', from, to });
    position = next;
  }
  const state = FLOW[position] ?? { status: 'To Do', category: 'new' as const };
  return { changes, state, updated: at, resolved: state.category === 'done' ? at : null };
}

function shapeOf(number: number, { key, random }: Growing): Pick<IssueData, 'type' | 'subtask' | 'parentKey'> {
  if (number % 40 === 1) return { type: 'Epic', subtask: false, parentKey: null };
  const epic = number - ((number - 1) % 40);
  if (number % 40 > 5 && random() < 0.15) return { type: 'Sub-task', subtask: true, parentKey: `${key}-${epic + 2}` };
  return { type: pick(TYPES, random), subtask: false, parentKey: random() < 0.7 ? `${key}-${epic}` : null };
}

export function growIssue(number: number, growing: Growing): IssueData {
  const { key, count, until, random, people, versions } = growing;
  const created = until - AGE * (1 - number / (count + 1)) - random() * HOUR;
  const { changes, state, updated, resolved } = walk(created, Math.floor(random() * 14), growing);
  const estimate = random() < growing.estimated ? 3_600 * (1 + Math.floor(random() * 40)) : null;
  const shape = shapeOf(number, growing);
  return {
    ...shape,
    key: `${key}-${number}`,
    summary: `${pick(VERBS, random)} ${pick(THINGS, random)} (${number})`,
    description: null,
    status: state.status,
    statusCategory: state.category,
    priority: pick(PRIORITIES, random),
    resolution: resolved === null ? null : 'Done',
    labels: random() < 0.2 ? ['customer'] : [],
    components: [pick(COMPONENTS, random)],
    fixVersions: random() < 0.6 ? [pick(versions, random)] : [],
    reporter: `grown-${Math.floor(random() * people)}`,
    assignee: random() < 0.8 ? `grown-${Math.floor(random() * people)}` : null,
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    resolved: resolved === null ? null : new Date(resolved).toISOString(),
    dueDate: random() < 0.25 ? new Date(until + (random() - 0.7) * 120 * DAY).toISOString().slice(0, 10) : null,
    originalEstimateSeconds: estimate,
    remainingEstimateSeconds: estimate === null ? null : Math.round(estimate * random()),
    timeSpentSeconds: estimate === null ? null : Math.round(estimate * random()),
    restricted: random() < 0.02,
    comments: Math.floor(random() * 6),
    history: changes,
  };
}
