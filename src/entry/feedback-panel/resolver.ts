import { resolverOf } from '../resolver';
import { procedures } from './procedures';

/** Answers the feedback panel. */
export const feedbackResolver = resolverOf(procedures);
