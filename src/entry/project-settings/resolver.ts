import { resolverOf } from '../resolver';
import { dataProcedures } from './dataProcedures';
import { procedures } from './procedures';

/** Answers the project's settings page. */
export const projectSettingsResolver = resolverOf({ ...procedures, ...dataProcedures });
