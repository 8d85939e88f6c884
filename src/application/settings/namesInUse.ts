import type { NamesInUse } from '../../contract/settings';

/** The names of issue types, statuses and link types that the mirror has of a project; each list by name, bounded. */
export type NamesInUseOf = (projectId: string) => Promise<NamesInUse>;
