import { z } from 'zod';
import {
  DROPPED_LIMIT,
  EFFORT_LIMIT,
  LINK_LIMIT,
  MONEY_LIMIT,
  OPTIONS_LIMIT,
  REQUIREMENTS_LIMIT,
  REVIEWS_LIMIT,
  TITLE_LIMIT,
} from './changeLimits';
import { CHANGE_SOURCES, OPTION_KINDS, URGENCIES } from './changeVocabulary';
import type { FieldRule } from './errors';
import { contactChoice } from './feedbackProcedures';
import { REASON_LIMIT, TEXT_LIMIT } from './limits';
import { day, entityId, issueId, line, text } from './scalars';

function broken(rule: FieldRule) {
  return { error: rule };
}

function isWebLink(value: string): boolean {
  const parsed = URL.canParse(value) ? new URL(value) : null;
  return parsed !== null && /^https?:$/u.test(parsed.protocol) && parsed.hostname !== '' && !/[\s"<>]/u.test(value);
}

function areDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** An address that a browser may open: `http` or `https`, nothing that runs. */
export const webLink = line(LINK_LIMIT).refine(isWebLink, broken('not_a_link'));

const workingDays = z.number().min(0, broken('out_of_range')).max(EFFORT_LIMIT, broken('out_of_range'));

/** Effort in working days, least first. */
export const effort = z
  .strictObject({ low: workingDays, likely: workingDays, high: workingDays })
  .refine(({ low, likely, high }) => low <= likely && likely <= high, broken('not_ascending'));

const issueIds = (most: number) =>
  z.array(issueId).max(most, broken('too_many')).refine(areDistinct, broken('repeated'));

/** The requirements that a change concerns. */
export const requirements = issueIds(REQUIREMENTS_LIMIT);

/** An option keeps its title where none is given. */
const option = z.strictObject({
  id: entityId,
  kind: z.enum(OPTION_KINDS),
  title: line(TITLE_LIMIT).nullable().exactOptional(),
  effort: effort.nullable(),
  fixedCost: z.number().min(0, broken('out_of_range')).max(MONEY_LIMIT, broken('out_of_range')),
  /** What the caller does not see of those dropped before stays dropped. */
  dropped: issueIds(DROPPED_LIMIT),
});
export type OptionInput = z.output<typeof option>;

/** All options there are to be, in the order of their letters. */
export const options = z
  .array(option)
  .min(1, broken('empty'))
  .max(OPTIONS_LIMIT, broken('too_many'))
  .refine((all) => areDistinct(all.map(({ id }) => id)), broken('repeated'));

/** What a change request says of itself. */
export const changeFields = {
  title: line(TITLE_LIMIT),
  /** How it is now. */
  from: text(TEXT_LIMIT).nullable(),
  /** How it should be. */
  to: text(TEXT_LIMIT).nullable(),
  reason: text(TEXT_LIMIT).nullable(),
  source: z.enum(CHANGE_SOURCES),
  requestedBy: contactChoice.nullable(),
  urgency: z.enum(URGENCIES),
  validUntil: day.nullable(),
  /** The effect of not doing it. */
  ifNot: text(TEXT_LIMIT).nullable(),
};

const reason = text(REASON_LIMIT);
const review = z.discriminatedUnion('verdict', [
  z.strictObject({ issueId, verdict: z.literal(['include', 'exclude']), reason, effort: effort.nullable() }),
  z.strictObject({ issueId, verdict: z.literal('adjust'), reason: reason.nullable(), effort }),
  z.strictObject({ issueId, verdict: z.literal('clear') }),
]);
export type ReviewInput = z.output<typeof review>;

/** What a person says of issues while assessing, one entry an issue. */
export const reviews = z
  .array(review)
  .max(REVIEWS_LIMIT, broken('too_many'))
  .refine((all) => areDistinct(all.map((each) => each.issueId)), broken('repeated'));
