/** What Jira sorts every status into, in the order in which work goes through them. */
export const STATUS_CATEGORIES = ['new', 'indeterminate', 'done'] as const;
export type StatusCategory = (typeof STATUS_CATEGORIES)[number];

/** A link between two issues; its type's outward words lead from the source to the destination. */
export interface MirroredLink {
  readonly id: string;
  readonly typeId: string;
  readonly sourceId: string;
  readonly destinationId: string;
}

export interface MirroredLinkType {
  readonly id: string;
  readonly name: string;
  readonly outward: string;
  readonly inward: string;
}

export interface MirroredComponent {
  readonly id: string;
  readonly name: string;
}

/** What the mirror keeps of an issue: no names of people and no description. Instants are milliseconds since 1970. */
export interface MirroredIssue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly type: string;
  readonly status: string;
  readonly statusCategory: StatusCategory;
  readonly priority: string | null;
  readonly parentId: string | null;
  readonly summary: string;
  readonly created: number;
  readonly updated: number;
  readonly resolved: number | null;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly originalSeconds: number | null;
  readonly remainingSeconds: number | null;
  readonly spentSeconds: number | null;
  readonly versionIds: readonly string[];
  readonly components: readonly MirroredComponent[];
  /** Taken out of Jira's searches by an administrator, though it can still be opened. */
  readonly archived: boolean;
  readonly links: readonly MirroredLink[];
  readonly linkTypes: readonly MirroredLinkType[];
}

export interface MirroredVersion {
  readonly id: string;
  readonly name: string;
  readonly released: boolean;
  readonly archived: boolean;
  /** `YYYY-MM-DD`. */
  readonly releaseDate: string | null;
}
