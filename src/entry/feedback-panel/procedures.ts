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
  'feedback.list': handle(PROCEDURES['feedback.list'], listFeedback),
  'feedback.get': handle(PROCEDURES['feedback.get'], getFeedback),
  'feedback.record': handle(PROCEDURES['feedback.record'], recordFeedback),
  'feedback.edit': handle(PROCEDURES['feedback.edit'], editFeedback),
  'feedback.move': handle(PROCEDURES['feedback.move'], moveFeedback),
  'feedback.reopen': handle(PROCEDURES['feedback.reopen'], reopenFeedback),
  'feedback.note': handle(PROCEDURES['feedback.note'], noteFeedback),
  'feedback.merge': handle(PROCEDURES['feedback.merge'], mergeFeedback),
  'feedback.unmerge': handle(PROCEDURES['feedback.unmerge'], unmergeFeedback),
  'feedback.eraseTexts': handle(PROCEDURES['feedback.eraseTexts'], eraseTexts),
  'contact.search': handle(PROCEDURES['contact.search'], searchContacts),
  'contact.erase': handle(PROCEDURES['contact.erase'], eraseContact),
};
