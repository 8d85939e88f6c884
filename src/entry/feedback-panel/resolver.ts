import { changeProcedures } from '../impact-panel/changeProcedures';
import { resolverOf } from '../resolver';
import { procedures } from './procedures';

/** Answers the feedback panel, where feedback that wants a change becomes a change request in one step. */
export const feedbackResolver = resolverOf({ ...procedures, 'change.raise': changeProcedures['change.raise'] });
