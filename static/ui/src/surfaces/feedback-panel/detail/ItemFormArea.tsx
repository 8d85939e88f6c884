import type { FeedbackDetail, FeedbackList } from '../../../../../../src/contract/feedback';
import { AnswerForm } from './AnswerForm';
import { EditForm } from './EditForm';
import { EraseContactForm } from './EraseContactForm';
import { MergeForm } from './MergeForm';
import { NoteForm } from './NoteForm';
import type { ItemForm, ItemOperations } from './operations';
import { ReopenForm } from './ReopenForm';

interface ItemFormAreaProps {
  readonly form: ItemForm | null;
  readonly item: FeedbackDetail;
  readonly list: FeedbackList;
  readonly now: number;
  readonly operations: ItemOperations;
}

/** The one form that stands open under the item. */
export function ItemFormArea({ form, list, now, ...props }: ItemFormAreaProps) {
  switch (form) {
    case null:
      return null;
    case 'answer':
      return <AnswerForm key="answer" {...props} start="resolved" />;
    case 'decline':
      return <AnswerForm key="decline" {...props} start="declined" />;
    case 'note':
      return <NoteForm {...props} />;
    case 'reopen':
      return <ReopenForm {...props} />;
    case 'edit':
      return <EditForm {...props} now={now} />;
    case 'merge':
      return <MergeForm {...props} list={list} />;
    case 'erase':
      return <EraseContactForm {...props} />;
  }
}
