/** Where a feedback item stands in its life cycle. */
export const FEEDBACK_STATES = ['new', 'acknowledged', 'planned', 'resolved', 'declined', 'merged'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** The states a person moves feedback to directly; merging and reopening are commands of their own. */
export const MOVE_TARGETS = ['acknowledged', 'planned', 'resolved', 'declined'] as const;
export type MoveTarget = (typeof MOVE_TARGETS)[number];

export const FEEDBACK_KINDS = ['question', 'problem', 'wish', 'change', 'praise', 'complaint'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Least important first. */
export const IMPORTANCES = ['nice', 'important', 'critical'] as const;
export type Importance = (typeof IMPORTANCES)[number];

export const CHANNELS = ['meeting', 'call', 'email', 'chat', 'portal', 'document', 'survey', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];
