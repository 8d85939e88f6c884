import type { Decision, JournalEvent } from '../journal/event';

/**
 * Everything before it in the stream came out of an archive, as somebody brought it in: who did so answers for it. The
 * chain goes through: `head` is the event before.
 */
export type ArchiveDecision = Decision<
  'archive.imported',
  { readonly projectId: string; readonly events: number; readonly head: string; readonly exportedAt: string }
>;
export type ArchiveEvent = JournalEvent<ArchiveDecision>;

/** Records that the project's journal so far was brought in from an archive. */
export function archiveImported(id: string, data: ArchiveDecision['data']): ArchiveDecision {
  return { itemType: 'archive', itemId: id, itemVersion: 1, issueId: null, type: 'archive.imported', data };
}
