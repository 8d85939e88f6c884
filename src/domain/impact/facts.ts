import type { StatusCategory } from '../mirror/issue';

/** Stands for "none" in columns of numbers. */
export const NONE = -1;

export interface LinkTypeFacts {
  readonly name: string;
  /** Words that lead from a link's source to its destination, and back. */
  readonly outward: string;
  readonly inward: string;
}

export interface VersionFacts {
  readonly id: string;
  readonly name: string;
  readonly released: boolean;
  readonly archived: boolean;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
}

/**
 * What is known of a project when it is assessed: its issues in columns, one place each, with those of other projects
 * that a link joins to them. Names stand once, columns name them by their place. Everything in it is plain JSON, so that
 * it can be frozen as it is.
 */
export interface ImpactFacts {
  readonly types: readonly string[];
  readonly statuses: readonly string[];
  /** In the order of their ids. */
  readonly issues: {
    readonly id: readonly string[];
    /** 1 for an issue of another project, otherwise 0. */
    readonly foreign: readonly number[];
    readonly type: readonly number[];
    readonly status: readonly number[];
    /** Place in `STATUS_CATEGORIES`. */
    readonly category: readonly number[];
    /** Place of the parent, or `NONE`. */
    readonly parent: readonly number[];
    /** Days since 1970, in UTC; `NONE` while unresolved. */
    readonly created: readonly number[];
    readonly resolved: readonly number[];
    /** Seconds, or `NONE`. */
    readonly original: readonly number[];
    readonly remaining: readonly number[];
    readonly spent: readonly number[];
    /** Places of the versions that it is to be delivered with. */
    readonly versions: readonly (readonly number[])[];
  };
  readonly linkTypes: readonly LinkTypeFacts[];
  /** In the order of their ids; source and destination are places of issues. */
  readonly links: {
    readonly type: readonly number[];
    readonly source: readonly number[];
    readonly destination: readonly number[];
  };
  readonly versions: readonly VersionFacts[];
}

/** One issue as a reader of the mirror hands it in. */
export interface IssueFacts {
  readonly id: string;
  readonly foreign: boolean;
  readonly type: string;
  readonly status: string;
  readonly category: StatusCategory;
  readonly parentId: string | null;
  readonly created: number;
  readonly resolved: number | null;
  readonly original: number | null;
  readonly remaining: number | null;
  readonly spent: number | null;
  readonly versionIds: readonly string[];
}

export interface LinkFacts {
  readonly id: string;
  readonly typeId: string;
  readonly sourceId: string;
  readonly destinationId: string;
}
