import { resolverOf } from '../resolver';
import { procedures } from './procedures';

/** Answers the project's settings page. */
export const projectSettingsResolver = resolverOf(procedures);
