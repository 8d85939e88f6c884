import { z } from 'zod';
import type { ChangeDetail, ChangeSummary, ImpactOverview } from './change';
import { changeFields, effort, options, requirements, reviews, webLink } from './changeSchema';
import { CHANGE_MOVES, DECISIONS, DECISION_METHODS } from './changeVocabulary';
import type { FieldRule } from './errors';
import { contactChoice } from './feedbackProcedures';
import type { ImpactResult, SwapOffer } from './impact';
import { REASON_LIMIT, TEXT_LIMIT } from './limits';
import { procedure } from './procedure';
import { commandId, day, entityId, issueId, text, timeZone } from './scalars';

const onChange = { commandId, changeId: entityId, expectedVersion: z.int().min(1) };
const ofIssue = { issueId };
const ofOption = { changeId: entityId, optionId: entityId };

function missing(path: string) {
  const message: FieldRule = 'missing';
  return { code: 'custom' as const, path: [path], message };
}

const move = () =>
  z
    .strictObject({ ...onChange, to: z.enum(CHANGE_MOVES), reason: text(REASON_LIMIT).nullable() })
    .superRefine(({ to, reason }, context) => {
      if (to === 'withdrawn' && reason === null) context.addIssue(missing('reason'));
    });

const decide = () =>
  z
    .strictObject({
      ...onChange,
      timeZone,
      outcome: z.enum(DECISIONS),
      /** The option that was chosen; null where none is. */
      optionId: entityId.nullable(),
      conditions: text(TEXT_LIMIT).nullable(),
      decider: contactChoice.nullable(),
      clientSaid: text(TEXT_LIMIT).nullable(),
      method: z.enum(DECISION_METHODS),
      evidence: webLink.nullable(),
      decidedOn: day,
      /** Whether the caller knows that the assessment is out of date. */
      knowingly: z.boolean(),
    })
    .superRefine(({ outcome, optionId, conditions }, context) => {
      const isApproval = outcome === 'approved' || outcome === 'approvedWithConditions';
      if (isApproval && optionId === null) context.addIssue(missing('optionId'));
      if (outcome === 'approvedWithConditions' && conditions === null) context.addIssue(missing('conditions'));
    });

/** What the impact panel may call to keep change requests. */
export const CHANGE_PROCEDURES = {
  'change.get': procedure('view', 'read', () => z.strictObject({ changeId: entityId })),
  'change.raise': procedure('edit', 'write', () =>
    z.strictObject({
      commandId,
      issueId,
      ...changeFields,
      /** Further requirements that it concerns, beside the issue. */
      requirements,
      /** Feedback on the issue that it arises from. */
      feedbackId: entityId.nullable(),
    }),
  ),
  'change.edit': procedure('edit', 'write', () =>
    z.strictObject({
      ...onChange,
      changes: z.strictObject({ ...changeFields, requirements, options }).partial(),
    }),
  ),
  'change.review': procedure('edit', 'write', () => z.strictObject({ ...onChange, reviews: reviews.min(1) })),
  'change.move': procedure('edit', 'write', move),
  'change.eraseTexts': procedure('administer', 'write', () => z.strictObject({ commandId, changeId: entityId })),
} as const;

/** What the impact panel may call to see what a change would do, to decide on it, and to hold it against what it did. */
export const IMPACT_PROCEDURES = {
  'impact.overview': procedure('view', 'read', () => z.strictObject(ofIssue)),
  'impact.prepare': procedure('edit', 'repair', () => z.strictObject({ commandId, ...ofIssue })),
  'impact.assess': procedure('view', 'read', () =>
    z.union([z.strictObject({ ...ofIssue, reviews }), z.strictObject({ ...ofOption, reviews })]),
  ),
  'impact.swaps': procedure('edit', 'read', () =>
    z.union([z.strictObject({ ...ofIssue, effort }), z.strictObject({ changeId: entityId, effort })]),
  ),
  'change.freeze': procedure('edit', 'write', () => z.strictObject(onChange)),
  'change.decide': procedure('edit', 'write', decide),
  'change.verify': procedure('edit', 'write', () => z.strictObject(onChange)),
} as const;

/** What each procedure on change requests returns on success. */
export interface ChangeOutputs {
  'change.get': ChangeDetail;
  'change.raise': ChangeSummary;
  'change.edit': ChangeSummary;
  'change.review': ChangeSummary;
  'change.move': ChangeSummary;
  'change.eraseTexts': { readonly changeId: string };
}

/** What each procedure on impact returns on success. */
export interface ImpactOutputs {
  'impact.overview': ImpactOverview;
  'impact.prepare': { readonly projectId: string };
  'impact.assess': ImpactResult;
  /** The closest in effort first. */
  'impact.swaps': readonly SwapOffer[];
  'change.freeze': ChangeSummary;
  'change.decide': ChangeSummary;
  'change.verify': ChangeSummary;
}
