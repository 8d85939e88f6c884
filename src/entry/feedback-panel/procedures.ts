import { editFeedback } from '../../application/editFeedback';
import { eraseContact } from '../../application/eraseContact';
import { eraseTexts } from '../../application/eraseTexts';
import { getFeedback } from '../../application/getFeedback';
import { listFeedback } from '../../application/listFeedback';
import { mergeFeedback } from '../../application/mergeFeedback';
import { moveFeedback } from '../../application/moveFeedback';
import { noteFeedback } from '../../application/noteFeedback';
import { recordFeedback } from '../../application/recordFeedback';
import { reopenFeedback } from '../../application/reopenFeedback';
import { searchContacts } from '../../application/searchContacts';
import { unmergeFeedback } from '../../application/unmergeFeedback';
import { FEEDBACK_PROCEDURES as PROCEDURES } from '../../contract/feedbackProcedures';
import type { FeedbackOutputs } from '../../contract/feedbackProcedures';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

/** Which use case answers which procedure. */
export const procedures: { readonly [Name in keyof FeedbackOutputs]: Handler<FeedbackOutputs[Name]> } = {
  'feedback.list': handle(PROCEDURES['feedback.list'].input, listFeedback),
  'feedback.get': handle(PROCEDURES['feedback.get'].input, getFeedback),
  'feedback.record': handle(PROCEDURES['feedback.record'].input, recordFeedback),
  'feedback.edit': handle(PROCEDURES['feedback.edit'].input, editFeedback),
  'feedback.move': handle(PROCEDURES['feedback.move'].input, moveFeedback),
  'feedback.reopen': handle(PROCEDURES['feedback.reopen'].input, reopenFeedback),
  'feedback.note': handle(PROCEDURES['feedback.note'].input, noteFeedback),
  'feedback.merge': handle(PROCEDURES['feedback.merge'].input, mergeFeedback),
  'feedback.unmerge': handle(PROCEDURES['feedback.unmerge'].input, unmergeFeedback),
  'feedback.eraseTexts': handle(PROCEDURES['feedback.eraseTexts'].input, eraseTexts),
  'contact.search': handle(PROCEDURES['contact.search'].input, searchContacts),
  'contact.erase': handle(PROCEDURES['contact.erase'].input, eraseContact),
};
