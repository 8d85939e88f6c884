import { resolverOf } from '../resolver';
import { impactProcedures } from './impactProcedures';

/** Answers the impact panel. */
export const impactResolver = resolverOf(impactProcedures);
