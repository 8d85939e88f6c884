import type { EditionHead } from '../../contract/edition';
import type { Report } from '../../domain/summary/report';
import { requireAdministrator } from '../authorize';
import type { PageNotes } from '../byline/ports';
import type { Outside } from '../ports';
import { Refusal } from '../refusal';
import type { SummaryOutside } from './ports';

/** An edition as the journal and what lies beside it have it. */
export interface StoredEdition {
  readonly id: string;
  readonly projectId: string;
  readonly pageId: string;
  readonly macroId: string;
  readonly number: number;
  readonly nameRef: string;
  readonly noteRef: string | null;
  readonly date: string;
  readonly frozenAt: number;
  /** Stands for the account that froze it. */
  readonly frozenByRef: string;
  readonly sha256: string;
  readonly forEveryone: boolean;
  readonly isErased: boolean;
}

/** What was frozen, and by which decision of the journal. Nothing of it may be shown unfiltered. */
export interface Editions {
  /** Of one macro of a page, the first one first. */
  ofMacro(pageId: string, macroId: string): Promise<readonly StoredEdition[]>;
  /** Of all macros of a page, in the order in which they were frozen. */
  onPage(pageId: string): Promise<readonly StoredEdition[]>;
  /** Null when there is none in the journal. */
  find(id: string): Promise<StoredEdition | null>;
  /** Null when it was erased. */
  content(id: string): Promise<Report | null>;
  /** Kept before the decision is in the journal; until it is, nobody finds it. */
  keep(id: string, pageId: string, report: Report, now: number): Promise<void>;
  eraseContent(id: string): Promise<void>;
  /** The projects in whose journal something was frozen before the instant of which the content is still there. */
  projectsBefore(instant: number): Promise<readonly string[]>;
  /** Those editions of one project, the oldest first; also those of which erasing was decided and not finished. */
  unerasedBefore(projectId: string, instant: number, limit: number): Promise<readonly StoredEdition[]>;
  /**
   * Deletes what was kept before the instant for decisions that never reached the journal, and what an interrupted
   * invocation was to erase.
   */
  sweep(before: number): Promise<void>;
  /** Which of these issues the mirror knows to be deleted. */
  goneAmong(issueIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export type EditionOutside = Outside &
  SummaryOutside & { readonly editions: Editions; readonly pageNotes: Pick<PageNotes, 'note'> };

/** By then a decision is in the journal, or whoever made it has died. */
const SETTLING = 2 * 60 * 1_000;

/** Has the page's byline looked at once what is being decided is settled; noted before, so that no death loses it. */
export async function noteForByline(
  { pageNotes, now }: Pick<EditionOutside, 'pageNotes' | 'now'>,
  pageId: string,
): Promise<void> {
  await pageNotes.note(pageId, now() + SETTLING);
}

/** The editions as everyone who may read the page may know them. */
export async function headsOf(
  outside: Pick<EditionOutside, 'erasables'>,
  editions: readonly StoredEdition[],
): Promise<readonly EditionHead[]> {
  const refs = editions.flatMap(({ nameRef, noteRef }) => [nameRef, ...(noteRef === null ? [] : [noteRef])]);
  const texts = refs.length === 0 ? new Map<string, string>() : await outside.erasables.read(refs);
  return editions.map(({ id, number, nameRef, noteRef, date, frozenAt, sha256, forEveryone, isErased }) => ({
    ...{ id, number, date, sha256, forEveryone, isErased },
    name: texts.get(nameRef) ?? null,
    note: noteRef === null ? null : (texts.get(noteRef) ?? null),
    frozenAt: new Date(frozenAt).toISOString(),
  }));
}

/**
 * Lets those pass who may read the page.
 *
 * @throws Refusal `hidden` for others
 */
export async function requirePage(
  { pages }: Pick<EditionOutside, 'pages'>,
  pageId: string,
  hidden: 'PAGE_NOT_FOUND' | 'EDITION_NOT_FOUND' = 'PAGE_NOT_FOUND',
): Promise<void> {
  if ((await pages.find(pageId)) === null) throw new Refusal(hidden);
}

/**
 * The edition, if the reader may read its page.
 *
 * @throws Refusal `EDITION_NOT_FOUND`
 */
export async function requireEdition(outside: EditionOutside, editionId: string): Promise<StoredEdition> {
  const edition = await outside.editions.find(editionId);
  if (edition === null) throw new Refusal('EDITION_NOT_FOUND');
  await requirePage(outside, edition.pageId, 'EDITION_NOT_FOUND');
  return edition;
}

/** Whether the reader administers the project; false also for those who have no Jira. */
export async function mayAdminister({ access }: EditionOutside, projectId: string): Promise<boolean> {
  try {
    await requireAdministrator(access, projectId);
    return true;
  } catch (error) {
    if (error instanceof Refusal && ['PROJECT_NOT_FOUND', 'NOT_ALLOWED'].includes(error.code)) return false;
    throw error;
  }
}
