/** What a project keeps in the app's database. */
export const DATA_KINDS = ['journal', 'texts', 'derived', 'assessments', 'editions', 'mirror'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export interface DataShare {
  readonly kind: DataKind;
  readonly rows: number;
  /** Estimated: the bytes of what is written, and what a row takes beside it. */
  readonly bytes: number;
}

export interface DataUsage {
  readonly projectId: string;
  readonly shares: readonly DataShare[];
  /** The same for all projects of the site together; null when it could not be told in the time there is. */
  readonly siteBytes: number | null;
  /** What the platform gives one installation. */
  readonly limitBytes: number;
}

/** How far the erasing of a project's data is. */
export interface ErasureProgress {
  readonly projectId: string;
  /** Rows that this call deleted. */
  readonly rows: number;
  /** False: the time of the call was up; call again. The hourly schedule goes on, too. */
  readonly isDone: boolean;
}
