import type { JournalPage } from '../contract/journal';
import type { JournalEntry } from '../contract/journalFile';
import type { ProcedureInput } from '../contract/procedures';
import { streamOf } from '../domain/journal/chain';
import { issuesNamed } from '../domain/journal/issuesNamed';
import type { FoundValue } from '../domain/journal/found';
import { requireAdministrator } from './authorize';
import type { Outside, StoredEntry, Viewer } from './ports';
import { ENTRIES_PAGE_SIZE } from './verifyJournal';

/** The issue an event was taken on, and those it names besides. */
export function issuesOf({ entry }: StoredEntry): readonly string[] {
  if (entry.found !== 'event') return [];
  const { issueId, data } = entry.event;
  return [...(issueId === null ? [] : [issueId]), ...issuesNamed(data)];
}

function keptValue(id: string, { salt, value, isAccount }: Extract<FoundValue, { state: 'kept' }>) {
  return { id, salt, value, ...(isAccount ? { account: true as const } : {}) };
}

export function toEntry(stored: StoredEntry, visible: ReadonlySet<string>): JournalEntry {
  const { version, entry } = stored;
  if (entry.found === 'unreadable') return { unreadable: version };
  const { event, values } = entry;
  if (issuesOf(stored).some((issueId) => !visible.has(issueId))) {
    return { withheld: { version: event.version, previousHash: event.previousHash, hash: event.hash } };
  }
  const own = [...values].map(([id, found]) =>
    found.state === 'kept' ? keptValue(id, found) : { id, erased: true as const },
  );
  return { event, values: own };
}

/**
 * One page of a project's journal, for keeping and for verifying elsewhere. For administrators of the project; what was
 * decided on issues that even they may not see, or names such issues, is withheld, its link in the chain excepted.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function exportJournal(
  outside: Outside,
  _viewer: Viewer,
  { projectId, after }: ProcedureInput<'journal.export'>,
): Promise<JournalPage> {
  await requireAdministrator(outside.access, projectId);
  const stream = streamOf(projectId);
  const [head, page] = await Promise.all([
    outside.journal.head(stream),
    outside.archive.entries(stream, after, ENTRIES_PAGE_SIZE),
  ]);
  const visible = await outside.visibility.visibleAmong(page.flatMap(issuesOf));
  return {
    head,
    entries: page.map((stored) => toEntry(stored, visible)),
    next: page.length < ENTRIES_PAGE_SIZE ? null : (page.at(-1)?.version ?? null),
  };
}
