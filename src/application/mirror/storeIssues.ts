import type { MirroredIssue } from '../../domain/mirror/issue';
import type { KnownIssue, MirrorOutside } from './ports';

/** How long Jira's searches may go on showing what is gone. */
const SEARCH_LAG = 10 * 60 * 1000;

export interface StoredIssues {
  /** What the mirror knew before. */
  readonly known: ReadonlyMap<string, KnownIssue>;
  /** The projects whose issues are kept. */
  readonly mirrored: ReadonlySet<string>;
  readonly taken: readonly MirroredIssue[];
}

async function mirroredProjects({ mirror }: MirrorOutside): Promise<ReadonlySet<string>> {
  const projects = await mirror.projects();
  return new Set(projects.filter(({ state }) => state !== 'gone').map(({ id }) => id));
}

/**
 * Takes in issues that were read at `fetchedAt`, except those that the mirror has read later. A search may still show
 * what has just gone: such an issue is noted, to be asked for itself.
 */
export async function storeIssues(
  outside: MirrorOutside,
  issues: readonly MirroredIssue[],
  fetchedAt: number,
  from: 'jira' | 'search',
): Promise<StoredIssues> {
  const ids = issues.map(({ id }) => id);
  const [known, mirrored] = await Promise.all([outside.mirror.known(ids), mirroredProjects(outside)]);
  const justGone = ({ id }: MirroredIssue) => {
    const before = known.get(id);
    return from === 'search' && before?.gone === true && before.fetchedAt > fetchedAt - SEARCH_LAG;
  };
  const doubtful = issues.filter(justGone).map(({ id }) => id);
  if (doubtful.length > 0) await outside.mirror.note(doubtful, outside.newId());
  const taken = issues.filter((issue) => !justGone(issue) && (known.get(issue.id)?.fetchedAt ?? 0) <= fetchedAt);
  await outside.mirror.save(taken, mirrored, fetchedAt);
  return { known, mirrored, taken };
}

/** Notes that these issues exist no more; their links go with them, and what belongs to them is asked for again. */
export async function endIssues(outside: MirrorOutside, ids: readonly string[], fetchedAt: number): Promise<void> {
  if (ids.length === 0) return;
  await outside.mirror.issuesGone(ids, fetchedAt);
  await outside.mirror.noteChildren(ids, outside.newId());
}
