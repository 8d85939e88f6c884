import { resolverOf } from '../resolver';
import { procedures } from './procedures';

/** Answers the page in Jira's administration. */
export const siteSettingsResolver = resolverOf(procedures);
