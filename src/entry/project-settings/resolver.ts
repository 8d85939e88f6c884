import { procedures as feedbackProcedures } from '../feedback-panel/procedures';
import { resolverOf } from '../resolver';
import { dataProcedures } from './dataProcedures';
import { procedures } from './procedures';
import { registerProcedures } from './registerProcedures';

/** Answers the project's settings page. */
export const projectSettingsResolver = resolverOf({
  ...procedures,
  ...dataProcedures,
  ...registerProcedures,
  'contact.erase': feedbackProcedures['contact.erase'],
});
