import { z } from 'zod';
import { procedure } from './procedure';
import { line } from './scalars';
import { SETTING_NAME_LIMIT } from './settingsLimits';
import type { StatusSummary } from './summary';
import { DEEPEST, LONGEST_JQL, MOST_LINK_TYPES } from './summaryLimits';
import { LINK_DIRECTIONS } from './summaryVocabulary';

const contentId = z.string().regex(/^[1-9]\d{0,18}$/u);
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
  'summary.show': procedure('view', 'read', summarySource),
} as const;

export interface SummaryOutputs {
  'summary.show': StatusSummary;
}
