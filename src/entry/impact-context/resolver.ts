import { impactProcedures } from '../impact-panel/impactProcedures';
import { resolverOf } from '../resolver';

/** Answers the list of change requests beside the fields, which only reads. */
export const contextResolver = resolverOf({ 'impact.overview': impactProcedures['impact.overview'] });
