/** Whole days before (negative) or after the site's first start. */
export type Days = number;

/** When the sample's first issue was created: the site's first start is told by it. */
export const EPIC_CREATED: Days = -120;

type Status = 'To Do' | 'In Progress' | 'In Review' | 'Blocked' | 'Done';
type Who = 'ada' | 'wei' | 'marta' | 'jonas';

/** Any other field of an issue that changed, as its history shows it. */
interface DraftChange {
  readonly day: Days;
  readonly by: Who;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** An issue of the sample project as it is written down; the rest follows from this. */
export interface Draft {
  readonly number: number;
  readonly type: 'Epic' | 'Requirement' | 'Task' | 'Bug' | 'Sub-task';
  readonly summary: string;
  readonly description: string;
  readonly created: Days;
  readonly reporter: Who;
  readonly assignee?: Who;
  /** Every change of status after `To Do`, in order. */
  readonly moves?: readonly (readonly [day: Days, status: Status, by: Who])[];
  readonly priority?: 'Highest' | 'High' | 'Medium' | 'Low';
  readonly components?: readonly string[];
  readonly versions?: readonly string[];
  readonly labels?: readonly string[];
  readonly parent?: number;
  readonly due?: Days;
  readonly estimateHours?: number;
  readonly spentHours?: number;
  readonly restricted?: boolean;
  readonly comments?: number;
  readonly changes?: readonly DraftChange[];
}

export const ACCOUNTS: Readonly<Record<Who, string>> = {
  ada: 'sandbox-admin',
  wei: 'sandbox-member',
  marta: 'sandbox-member-2',
  jonas: 'sandbox-reader',
};
