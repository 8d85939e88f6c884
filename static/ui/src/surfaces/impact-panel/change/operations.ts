import type { ChangeDetail, ChangeSummary } from '../../../../../../src/contract/change';

/** The forms that can stand open under a change request. */
export type ChangeForm = 'edit' | 'options' | 'decide' | 'withdraw' | 'erase';

/** What the forms of a change request tell the screen around them. */
export interface ChangeOperations {
  /** Somebody else was faster: reads it as it now is. */
  readonly overtaken: () => void;
  /** A command was carried out: shows its outcome, says so, and closes the form. */
  readonly done: (message: string) => Promise<void>;
  /** Closes the form and returns the focus; what was typed stays as a draft. */
  readonly close: () => void;
}

export interface ChangeFormProps {
  readonly change: ChangeDetail;
  readonly operations: ChangeOperations;
}

/** What a command names: the change request and the version it was made on. */
export function target(change: ChangeSummary, commandId: string) {
  return { commandId, changeId: change.id, expectedVersion: change.version };
}

/** Under which name the draft of a form of a change request is kept. */
export function draftName(form: ChangeForm, changeId: string): string {
  return `change:${form}:${changeId}`;
}
