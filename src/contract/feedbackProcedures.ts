import { z } from 'zod';
import type { ContactErasure, ContactPage, FeedbackDetail, FeedbackList, FeedbackSummary } from './feedback';
import { NAME_LIMIT, REASON_LIMIT, TEXT_LIMIT } from './limits';
import { procedure } from './procedure';
import { commandId, day, entityId, issueId, line, searchText, text, timeZone } from './scalars';
import { CHANNELS, FEEDBACK_KINDS, IMPORTANCES, MOVE_TARGETS } from './vocabulary';

const clientChoice = z.union([z.strictObject({ id: entityId }), z.strictObject({ name: line(NAME_LIMIT) })]);
/** Who said or decided something. */
export const contactChoice = z.union([
  z.strictObject({ id: entityId }),
  z.strictObject({ name: line(NAME_LIMIT), client: clientChoice }),
]);
/** An existing contact by id, or a new one by name, of an existing or a new client. */
export type ContactChoice = z.output<typeof contactChoice>;

const content = {
  text: text(TEXT_LIMIT),
  kind: z.enum(FEEDBACK_KINDS),
  importance: z.enum(IMPORTANCES),
  contact: contactChoice,
  channel: z.enum(CHANNELS),
  saidOn: day,
};
const onItem = { commandId, feedbackId: entityId, expectedVersion: z.int().min(1) };

/** What the feedback panel may call. */
export const FEEDBACK_PROCEDURES = {
  'feedback.list': procedure('view', 'read', () => z.strictObject({ issueId, offset: z.int().min(0).max(100_000) })),
  'feedback.get': procedure('view', 'read', () => z.strictObject({ feedbackId: entityId })),
  'feedback.record': procedure('edit', 'write', () => z.strictObject({ commandId, issueId, timeZone, ...content })),
  'feedback.edit': procedure('edit', 'write', () =>
    z.strictObject({ ...onItem, timeZone, changes: z.strictObject(content).partial() }),
  ),
  'feedback.move': procedure('edit', 'write', () =>
    z.strictObject({ ...onItem, to: z.enum(MOVE_TARGETS), answer: text(TEXT_LIMIT).optional() }),
  ),
  'feedback.reopen': procedure('edit', 'write', () => z.strictObject({ ...onItem, reason: text(REASON_LIMIT) })),
  'feedback.note': procedure('edit', 'write', () =>
    z.strictObject({ commandId, feedbackId: entityId, note: text(TEXT_LIMIT) }),
  ),
  'feedback.merge': procedure('edit', 'write', () => z.strictObject({ ...onItem, intoId: entityId })),
  'feedback.unmerge': procedure('edit', 'write', () => z.strictObject(onItem)),
  'feedback.eraseTexts': procedure('administer', 'write', () => z.strictObject({ commandId, feedbackId: entityId })),
  'contact.search': procedure('edit', 'read', () => z.strictObject({ issueId, query: searchText(NAME_LIMIT) })),
  'contact.erase': procedure('administer', 'write', () =>
    z.strictObject({
      commandId,
      contactId: entityId,
      /** Whether what they said goes too; it stays unless told otherwise. */
      texts: z.enum(['keep', 'remove']).exactOptional(),
      /** Where the call before left off. */
      after: entityId.exactOptional(),
    }),
  ),
} as const;

/** What each procedure returns on success. */
export interface FeedbackOutputs {
  'feedback.list': FeedbackList;
  'feedback.get': FeedbackDetail;
  'feedback.record': FeedbackSummary;
  'feedback.edit': FeedbackSummary;
  'feedback.move': FeedbackSummary;
  'feedback.reopen': FeedbackSummary;
  'feedback.note': FeedbackSummary;
  'feedback.merge': FeedbackSummary;
  'feedback.unmerge': FeedbackSummary;
  'feedback.eraseTexts': { readonly feedbackId: string };
  'contact.search': ContactPage;
  'contact.erase': ContactErasure;
}
