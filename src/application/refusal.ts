import type { ChangeSummary } from '../contract/change';
import type { ErrorCode, FieldProblem } from '../contract/errors';
import type { FeedbackSummary } from '../contract/feedback';
import type { ClientEntry, ContactEntry } from '../contract/register';
import type { SettingsView } from '../contract/settings';

/** What a refusal may tell the caller beside its code. */
export interface RefusalDetails {
  readonly fields?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  readonly current?: FeedbackSummary;
  readonly currentSettings?: SettingsView;
  readonly currentChange?: ChangeSummary;
  readonly currentClient?: ClientEntry;
  readonly currentContact?: ContactEntry;
  readonly cause?: unknown;
}

/** A request that is answered with an error code; adapters and use cases throw it, the entrance reports it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ErrorCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code, { cause: details.cause });
  }
}
