import type { z } from 'zod';
import { CHANGE_PROCEDURES, IMPACT_PROCEDURES } from './changeProcedures';
import type { ChangeOutputs, ImpactOutputs } from './changeProcedures';
import { DATA_PROCEDURES } from './dataProcedures';
import type { DataOutputs } from './dataProcedures';
import { FEEDBACK_PROCEDURES } from './feedbackProcedures';
import type { FeedbackOutputs } from './feedbackProcedures';
import { REGISTER_PROCEDURES } from './registerProcedures';
import type { RegisterOutputs } from './registerProcedures';
import { SETTINGS_PROCEDURES, SITE_SETTINGS_PROCEDURES } from './settingsProcedures';
import type { SettingsOutputs, SiteSettingsOutputs } from './settingsProcedures';
import { SUMMARY_PROCEDURES } from './summaryProcedures';
import type { SummaryOutputs } from './summaryProcedures';

export type { Requirement } from './procedure';

/**
 * Which module of the manifest answers which procedures: each has a resolver of its own, and some answer what another
 * does too. Tests are generated from this table, so a procedure that is not in it is not answered.
 */
export const PROCEDURES_OF_MODULES = {
  'feedback-panel': { ...FEEDBACK_PROCEDURES, 'change.raise': CHANGE_PROCEDURES['change.raise'] },
  'project-settings': {
    ...SETTINGS_PROCEDURES,
    ...DATA_PROCEDURES,
    ...REGISTER_PROCEDURES,
    'contact.erase': FEEDBACK_PROCEDURES['contact.erase'],
  },
  'site-settings': SITE_SETTINGS_PROCEDURES,
  'requirement-status': SUMMARY_PROCEDURES,
  'impact-panel': {
    ...CHANGE_PROCEDURES,
    ...IMPACT_PROCEDURES,
    'contact.search': FEEDBACK_PROCEDURES['contact.search'],
  },
  'impact-context': { 'impact.overview': IMPACT_PROCEDURES['impact.overview'] },
} as const;

/** Every procedure that a page may call, with what it takes and what it needs. */
export const PROCEDURES = {
  ...FEEDBACK_PROCEDURES,
  ...SETTINGS_PROCEDURES,
  ...SITE_SETTINGS_PROCEDURES,
  ...DATA_PROCEDURES,
  ...REGISTER_PROCEDURES,
  ...CHANGE_PROCEDURES,
  ...IMPACT_PROCEDURES,
  ...SUMMARY_PROCEDURES,
} as const;

export type ProcedureName = keyof typeof PROCEDURES;

/** What each procedure returns on success. */
export type ProcedureOutputs = FeedbackOutputs &
  SettingsOutputs &
  SiteSettingsOutputs &
  DataOutputs &
  RegisterOutputs &
  ChangeOutputs &
  ImpactOutputs &
  SummaryOutputs;

/** A payload as the browser sends it. */
export type ProcedurePayload<Name extends ProcedureName> = z.input<(typeof PROCEDURES)[Name]['input']>;

/** A payload after it passed its schema. */
export type ProcedureInput<Name extends ProcedureName> = z.output<(typeof PROCEDURES)[Name]['input']>;
