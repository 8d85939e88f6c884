import { z } from 'zod';
import { procedure } from './procedure';
import type { EditionHead, EditionPreview, EditionView } from './edition';
import { commandId, day, entityId, line, text } from './scalars';
import { SETTING_NAME_LIMIT } from './settingsLimits';
import type { StatusSummary } from './summary';
import { DEEPEST, LONGEST_EDITION_NAME, LONGEST_EDITION_NOTE, LONGEST_JQL, MOST_LINK_TYPES } from './summaryLimits';
import { LINK_DIRECTIONS } from './summaryVocabulary';

const contentId = z.string().regex(/^[1-9]\d{0,18}$/u);
/** What Confluence calls a macro on its page. */
const macroId = z.string().regex(/^[\w:./-]{1,128}$/u);
const digest = z.string().regex(/^[0-9a-f]{64}$/u);
/** An issue or a project, by id or key: keys are what people write, and Jira resolves them for whoever asks. */
const idOrKey = z.string().regex(/^(?:[1-9]\d{0,18}|[A-Za-z][A-Za-z0-9_]{1,20}(?:-[1-9]\d{0,9})?)$/u);

/** Where the requirements come from; what is not the source's own is not accepted. */
const summarySource = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('page'), pageId: contentId }),
  z.strictObject({
    source: z.literal('linked'),
    issue: idOrKey,
    depth: z.int().min(1).max(DEEPEST),
    direction: z.enum(LINK_DIRECTIONS).default('both'),
    /** Names of link types; none for all, and for children besides. */
    linkTypes: z.array(line(SETTING_NAME_LIMIT)).max(MOST_LINK_TYPES).default([]),
  }),
  z.strictObject({ source: z.literal('jql'), jql: line(LONGEST_JQL) }),
  z.strictObject({ source: z.literal('project'), project: idOrKey }),
]);

/** What the status macro and its configuration ask for. */
export const SUMMARY_PROCEDURES = {
  'summary.show': procedure('view', 'read', () => summarySource),
  'edition.list': procedure('view', 'read', () => z.strictObject({ pageId: contentId, macroId })),
  'edition.show': procedure('view', 'read', () => z.strictObject({ editionId: entityId })),
  'edition.preview': procedure('view', 'read', () => z.strictObject({ pageId: contentId, source: summarySource })),
  'edition.freeze': procedure('edit', 'write', () =>
    z.strictObject({
      commandId,
      pageId: contentId,
      macroId,
      source: summarySource,
      name: line(LONGEST_EDITION_NAME),
      date: day,
      note: text(LONGEST_EDITION_NOTE).optional(),
      /** The digest of the preview when everyone who may read the page shall see all of it. */
      forEveryone: digest.optional(),
    }),
  ),
  'edition.erase': procedure('administer', 'write', () => z.strictObject({ commandId, editionId: entityId })),
} as const;

export interface SummaryOutputs {
  'summary.show': StatusSummary;
  'edition.list': { readonly editions: readonly EditionHead[] };
  'edition.show': EditionView;
  'edition.preview': EditionPreview;
  'edition.freeze': EditionHead;
  'edition.erase': { readonly editionId: string };
}
