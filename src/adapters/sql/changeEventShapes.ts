import { z } from 'zod';
import {
  CHANGE_MOVES,
  CHANGE_SOURCES,
  CHANGE_STATES,
  DECISIONS,
  DECISION_METHODS,
  OPTION_KINDS,
  URGENCIES,
  VERDICTS,
} from '../../contract/changeVocabulary';
import { TIERS } from '../../contract/settings';
import { kindOfEvent, ref } from './eventShape';

const state = z.enum(CHANGE_STATES);
const ids = z.array(z.string());
const effort = z.object({ low: z.number(), likely: z.number(), high: z.number() });
const option = z.object({
  id: z.string(),
  kind: z.enum(OPTION_KINDS),
  title: ref.nullable(),
  effort: effort.nullable(),
  fixedCost: z.number(),
  dropped: ids,
});
const content = {
  title: ref,
  from: ref.nullable(),
  to: ref.nullable(),
  reason: ref.nullable(),
  source: z.enum(CHANGE_SOURCES),
  requestedBy: z.string().nullable(),
  urgency: z.enum(URGENCIES),
  validUntil: z.string().nullable(),
  ifNot: ref.nullable(),
  requirements: ids,
  options: z.array(option),
};
const changes = z.object({
  title: content.title.exactOptional(),
  from: content.from.exactOptional(),
  to: content.to.exactOptional(),
  reason: content.reason.exactOptional(),
  source: content.source.exactOptional(),
  requestedBy: content.requestedBy.exactOptional(),
  urgency: content.urgency.exactOptional(),
  validUntil: content.validUntil.exactOptional(),
  ifNot: content.ifNot.exactOptional(),
  requirements: content.requirements.exactOptional(),
  options: content.options.exactOptional(),
});
const review = z.object({
  issueId: z.string(),
  verdict: z.enum(VERDICTS),
  reason: ref.nullable(),
  effort: effort.nullable(),
});
const step = { from: state, to: state };

const site = {
  projectId: z.string(),
  issueId: z.string(),
  number: z.number(),
  feedbackId: z.string().nullable(),
};
const frozen = {
  digest: z.string(),
  inputsDigest: z.string(),
  engine: z.string(),
  results: z.array(z.object({ optionId: z.string(), tier: z.enum(TIERS) })),
  affected: ids,
};
const verdicts = {
  outcome: z.enum(DECISIONS),
  optionId: z.string().nullable(),
  conditions: ref.nullable(),
  decider: z.string().nullable(),
  clientSaid: ref.nullable(),
  method: z.enum(DECISION_METHODS),
  evidence: ref.nullable(),
  decidedOn: z.string(),
};
const figures = {
  predicted: z.number(),
  touched: z.number(),
  hits: z.number(),
  listedShare: z.number().nullable(),
  missed: ids,
  byLinkType: z.array(z.object({ type: z.string(), predicted: z.number(), hits: z.number(), expected: z.number() })),
};

/** What the events of change requests hold. */
export const CHANGE_EVENTS = [
  kindOfEvent('change', 'change.raised', z.object({ ...content, ...site })),
  kindOfEvent('change', 'change.edited', z.object({ ...step, changes })),
  kindOfEvent('change', 'change.reviewed', z.object({ ...step, reviews: z.array(review) })),
  kindOfEvent('change', 'change.moved', z.object({ from: state, to: z.enum(CHANGE_MOVES), reason: ref.nullable() })),
  kindOfEvent('change', 'change.frozen', z.object({ ...frozen, from: state })),
  kindOfEvent('change', 'change.decided', z.object({ ...verdicts, from: state, knowingly: z.boolean() })),
  kindOfEvent('change', 'change.verified', z.object({ ...figures, from: state })),
  kindOfEvent('change', 'change.textsErased', z.object({ count: z.number() })),
] as const;
