import { procedures as feedbackProcedures } from '../feedback-panel/procedures';
import { resolverOf } from '../resolver';
import { changeProcedures } from './changeProcedures';
import { impactProcedures } from './impactProcedures';

/** Answers the impact panel. */
export const impactResolver = resolverOf({
  ...changeProcedures,
  ...impactProcedures,
  'contact.search': feedbackProcedures['contact.search'],
});
