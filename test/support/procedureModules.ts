import { PROCEDURES_OF_MODULES } from '../../src/contract/procedures';

/** The module of the manifest whose resolver answers the procedure; that of the feedback panel for unknown ones. */
export function moduleOf(procedure: string): string {
  const found = Object.entries(PROCEDURES_OF_MODULES).find(([, procedures]) => Object.hasOwn(procedures, procedure));
  return found?.[0] ?? 'feedback-panel';
}
