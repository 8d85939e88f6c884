import type { FeedbackDetail, FeedbackSummary } from '../../../../../../src/contract/feedback';

/** The forms that can stand open under an item; `answer` and `decline` are the same form with another start. */
export type ItemForm = 'answer' | 'decline' | 'note' | 'reopen' | 'edit' | 'merge' | 'erase';

/** What the forms of an item tell the screen around them. */
export interface ItemOperations {
  /** Shows the item as it now is, at once. */
  readonly show: (item: FeedbackSummary) => void;
  /** Somebody else was faster: shows the item as it now is, and reads its texts again. */
  readonly overtaken: (item: FeedbackSummary) => void;
  /** A command was carried out: shows its outcome, says so, and closes the form. */
  readonly done: (item: FeedbackSummary, message: string) => Promise<void>;
  /** Like `done`, for commands that touched other items as well. */
  readonly doneWithOthers: (message: string) => Promise<void>;
  /** Closes the form and returns the focus; what was typed stays as a draft. */
  readonly close: () => void;
}

export interface ItemFormProps {
  readonly item: FeedbackDetail;
  readonly operations: ItemOperations;
}

/** Under which name the draft of a form of an item is kept. */
export function draftName(form: 'answer' | 'note' | 'reopen' | 'edit', feedbackId: string): string {
  return `${form}:${feedbackId}`;
}
