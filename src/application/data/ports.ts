import type { DataShare } from '../../contract/data';
import type { Access } from '../ports';

/** All that the database holds of a project, whatever it is. */
export interface ProjectData {
  /** Deletes some of the project's rows; returns how many, 0 when there are none left. */
  deleteSome(projectId: string): Promise<number>;
  usage(projectId: string): Promise<readonly DataShare[]>;
  /** Of all projects together, about; null when it could not be told in time. */
  siteBytes(): Promise<number | null>;
  /** Notes that all of the project's data is to be erased, so that the upkeep finishes what a call leaves. */
  noteErasure(projectId: string, at: number): Promise<void>;
  erasures(): Promise<readonly string[]>;
  erased(projectId: string): Promise<void>;
}

/** What Jira calls a project that the viewer may see; null when it does not exist for them. */
export type ProjectKey = (projectId: string) => Promise<string | null>;

export interface DataOutside {
  readonly access: Access;
  readonly data: ProjectData;
  readonly projectKey: ProjectKey;
  readonly now: () => number;
}
