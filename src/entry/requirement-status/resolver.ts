import { resolverOf } from '../resolver';
import { procedures } from './procedures';

/** Answers the requirement status macro and its configuration. */
export const statusResolver = resolverOf(procedures);
