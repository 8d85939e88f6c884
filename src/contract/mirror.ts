import type { Instant } from './feedback';

/** How the copy of a project's issues stands, on which reports and graphs are built. */
export interface MirrorStatus {
  readonly projectId: string;
  /** `none` until somebody asked for it; `gone` while Jira has no such project. */
  readonly state: 'none' | 'building' | 'ready' | 'gone';
  /** While the project is being read; `expected` is about how many issues there are, null when not counted yet. */
  readonly progress: { readonly done: number; readonly expected: number | null } | null;
  readonly issues: number;
  readonly links: number;
  readonly versions: number;
  /** Changes on the site that wait to be read, and since when. */
  readonly waiting: number;
  readonly waitingSince: Instant | null;
  /** Everything that changed before is in the mirror. */
  readonly completeUntil: Instant | null;
  readonly rebuiltAt: Instant | null;
  /** Set while Jira's quota is spent: when the work goes on. */
  readonly pausedUntil: Instant | null;
}
