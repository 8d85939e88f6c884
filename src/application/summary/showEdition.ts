import type { EditionView } from '../../contract/edition';
import type { ProcedureInput } from '../../contract/procedures';
import { reportDigest } from '../../domain/summary/edition';
import { issuesIn, visibleRows } from '../../domain/summary/report';
import type { Report } from '../../domain/summary/report';
import type { Viewer } from '../ports';
import { Refusal } from '../refusal';
import { headsOf, mayAdminister, requireEdition } from './editions';
import type { EditionOutside, StoredEdition } from './editions';
import { summaryOf } from './view';

interface Looking {
  readonly outside: EditionOutside;
  readonly viewer: Viewer;
  readonly edition: StoredEdition;
  readonly mayAdminister: boolean;
}

/** Which of the issues the reader sees in Jira; none for those who have no Jira. */
async function seenBy(outside: EditionOutside, ids: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    return await outside.visibility.visibleAmong(ids);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_ALLOWED') return new Set();
    throw error;
  }
}

/**
 * Deleted issues are seen by nobody in Jira any more: who froze the edition saw them then, and the administrators of the
 * project answer for them.
 */
async function withDeleted(
  { outside, viewer, edition, mayAdminister: isAdministrator }: Looking,
  ids: readonly string[],
  seen: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const missing = ids.filter((id) => !seen.has(id));
  if (missing.length === 0) return seen;
  const { frozenByRef } = edition;
  const isOwn = async () => (await outside.erasables.read([frozenByRef])).get(frozenByRef) === viewer.accountId;
  if (!isAdministrator && !(await isOwn())) return seen;
  return new Set([...seen, ...(await outside.editions.goneAmong(missing))]);
}

/** The report without what the reader may not see; what is made of all of it goes when anything does. */
function filtered(report: Report, visible: ReadonlySet<string>): Report {
  const rows = visibleRows(report.rows, visible);
  if (issuesIn(report.rows).every((id) => visible.has(id))) return { ...report, rows };
  const undated = rows.map(({ milestone, ...row }) => ({
    ...row,
    milestone: milestone === null ? null : { ...milestone, expected: null },
  }));
  return { ...report, rows: undated, steps: [] };
}

async function namesIn(outside: EditionOutside, { rows }: Report): Promise<ReadonlyMap<string, string>> {
  const refs = rows.flatMap(({ clients }) => clients);
  return refs.length === 0 ? new Map() : outside.erasables.read(refs);
}

const NOTHING: Report = { rows: [], steps: [], named: 0, isCut: false, at: 0 };

async function contentFor(looking: Looking) {
  const { outside, edition } = looking;
  const stored = edition.isErased ? null : await outside.editions.content(edition.id);
  const whole = stored ?? { ...NOTHING, at: edition.frozenAt };
  const ids = issuesIn(whole.rows);
  const seen = await withDeleted(looking, ids, await seenBy(outside, ids));
  const report = edition.forEveryone ? whole : filtered(whole, seen);
  const hereOnly = report.rows.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  const isIntact = edition.isErased || (stored !== null && reportDigest(stored) === edition.sha256);
  return { report, hereOnly, isIntact };
}

/**
 * An edition as its reader may see it: what they do not see in Jira is left out unless it was published for everyone who
 * may read the page. Forecasts and trend are those of then; they are left out where the reader sees less than was frozen.
 *
 * @throws Refusal `EDITION_NOT_FOUND` also for people who may not read its page
 */
export async function showEdition(
  outside: EditionOutside,
  viewer: Viewer,
  { editionId }: ProcedureInput<'edition.show'>,
): Promise<EditionView> {
  const edition = await requireEdition(outside, editionId);
  const isAdministrator = await mayAdminister(outside, edition.projectId);
  const looking = { outside, viewer, edition, mayAdminister: isAdministrator };
  const { report, hereOnly, isIntact } = await contentFor(looking);
  const [head] = await headsOf(outside, [edition]);
  if (head === undefined) throw new Refusal('EDITION_NOT_FOUND');
  const summary = { ...summaryOf(report, await namesIn(outside, report)), isUnread: false };
  return { head, summary, seenHereOnly: hereOnly, isIntact, mayErase: isAdministrator && !edition.isErased };
}
