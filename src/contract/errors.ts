import type { ChangeSummary } from './change';
import type { FeedbackSummary } from './feedback';
import type { ClientEntry, ContactEntry } from './register';
import type { SettingsView } from './settings';

/** Every way a procedure can refuse. Each has a sentence under `error.<code>` in `locales/`. */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'UNKNOWN_PROCEDURE',
  'ISSUE_NOT_FOUND',
  'PROJECT_NOT_FOUND',
  'NOT_ALLOWED',
  'NOT_SIGNED_IN',
  'FEEDBACK_NOT_FOUND',
  'FEEDBACK_UNUSABLE',
  'CHANGE_NOT_FOUND',
  'CHANGE_INCOMPLETE',
  'CHANGE_STEP_NOT_POSSIBLE',
  'STALE_ASSESSMENT',
  'MIRROR_NOT_READY',
  'CONTACT_NOT_FOUND',
  'CONTACT_ERASED',
  'CLIENT_NOT_FOUND',
  'CONTACT_IN_USE',
  'CLIENT_IN_USE',
  'ENTRY_UNUSABLE',
  'NOTHING_TO_ERASE',
  'CONFLICT',
  'TRANSITION_NOT_POSSIBLE',
  'ANSWER_MISSING',
  'MERGE_TARGET_UNUSABLE',
  'SETTINGS_NEWER',
  'COMMAND_REUSED',
  'BUSY',
  'JIRA_RATE_LIMITED',
  'JIRA_TIMED_OUT',
  'JIRA_UNAVAILABLE',
  'PAGE_NOT_FOUND',
  'EDITION_NOT_FOUND',
  'EDITION_EMPTY',
  'PREVIEW_OUTDATED',
  'CONFLUENCE_RATE_LIMITED',
  'CONFLUENCE_TIMED_OUT',
  'CONFLUENCE_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
  'STORAGE_NOT_READY',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Why one field of a payload was refused. Each has a sentence under `field.<rule>` in `locales/`. */
export const FIELD_RULES = [
  'missing',
  'empty',
  'too_long',
  'too_many',
  'not_a_choice',
  'not_a_date',
  'in_future',
  'out_of_range',
  'not_ascending',
  'not_a_link',
  'not_a_number',
  'repeated',
  'taken',
  'unknown_issue',
  'unexpected',
  'malformed',
  'not_accepted',
  'contradicts',
  'before_response',
  'closes_before_opening',
  'both_holiday_and_working_day',
  'not_the_key',
] as const;
export type FieldRule = (typeof FIELD_RULES)[number];

export interface FieldProblem {
  /** Dotted path in the payload, for example `contact.name`; empty for the payload itself. */
  readonly path: string;
  readonly rule: FieldRule;
  /** The limit that was passed, where there is one. */
  readonly limit?: number;
  /** What Jira says about it, in the caller's language there; to be shown as text. */
  readonly words?: string;
}

/** What the browser learns of a failure: never a message from inside, never a stack. */
export interface ProcedureError {
  readonly code: ErrorCode;
  /** Names the log entry that has the details. */
  readonly reference: string;
  readonly fields?: readonly FieldProblem[];
  /** Seconds to wait before trying again is worth it. */
  readonly retryAfterSeconds?: number;
  /** With `CONFLICT`: the feedback as it now is. */
  readonly current?: FeedbackSummary;
  /** The same for settings. */
  readonly currentSettings?: SettingsView;
  /** With `CONFLICT`: the change request as it now is. */
  readonly currentChange?: ChangeSummary;
  /** With `CONFLICT`: the client or contact as it now is. */
  readonly currentClient?: ClientEntry;
  readonly currentContact?: ContactEntry;
}

export type ProcedureResult<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ProcedureError };
