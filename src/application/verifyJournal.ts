import type { JournalCheck } from '../contract/journal';
import type { ProcedureInput } from '../contract/procedures';
import { streamOf } from '../domain/journal/chain';
import { JournalVerifier } from '../domain/journal/verify';
import type { JournalBreak } from '../domain/journal/verify';
import { requireAdministrator } from './authorize';
import type { Outside, Viewer } from './ports';

/** Texts are 10,000 characters at most, escaped 60 KB: so many always fit into the 4 MiB of one answer. */
export const ENTRIES_PAGE_SIZE = 64;

/** How long one call walks, in milliseconds: well inside what an invocation may take. */
const PATIENCE = 12_000;

type Walk =
  | { readonly ended: 'broken'; readonly broken: JournalBreak }
  | { readonly ended: 'at the end' }
  | { readonly ended: 'out of time' };

async function walk(outside: Outside, stream: string, verifier: JournalVerifier): Promise<Walk> {
  const deadline = outside.now() + PATIENCE;
  let after = verifier.head?.version ?? 0;
  for (;;) {
    const page = await outside.archive.entries(stream, after, ENTRIES_PAGE_SIZE);
    for (const { entry, version } of page) {
      after = version;
      const broken = verifier.take(entry);
      if (broken !== null) return { ended: 'broken', broken };
    }
    if (page.length < ENTRIES_PAGE_SIZE) break;
    if (outside.now() >= deadline) return { ended: 'out of time' };
  }
  const broken = verifier.finish();
  return broken === null ? { ended: 'at the end' } : { ended: 'broken', broken };
}

/** An end that was cut off leaves the chain whole, but not the rows that were derived from it. */
async function cutOff(outside: Outside, projectId: string, version: number): Promise<JournalBreak | null> {
  if (!(await outside.archive.hasLostEvents(projectId))) return null;
  return { kind: 'removed', part: 'event', version: version + 1, wholeUpTo: version };
}

/**
 * Walks the journal of a project and names the first event that was altered, removed or inserted. For administrators
 * of the project.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function verifyJournal(
  outside: Outside,
  _viewer: Viewer,
  { projectId, resume, checkpoint }: ProcedureInput<'journal.verify'>,
): Promise<JournalCheck> {
  await requireAdministrator(outside.access, projectId);
  const verifier = new JournalVerifier(streamOf(projectId), resume ?? null, checkpoint ?? null);
  const result = await walk(outside, streamOf(projectId), verifier);
  const { head } = verifier;
  const { withheld: _, ...tally } = verifier.counts;
  if (result.ended === 'broken') return { outcome: 'broken', tally, broken: result.broken };
  if (result.ended === 'out of time' && head !== null) return { outcome: 'unfinished', tally, resume: head };
  const broken = await cutOff(outside, projectId, head?.version ?? 0);
  return broken === null ? { outcome: 'whole', tally, head } : { outcome: 'broken', tally, broken };
}
