import { z } from 'zod';
import type { FieldRule } from './errors';
import { day, line, timeZone } from './scalars';
import { LINK_MEANINGS, TOLD } from './settings';
import type { SettingsChoices } from './settings';
import {
  CALENDAR_DAYS_LIMIT,
  CAPACITY_LIMIT,
  CHOICES_SIZE_LIMIT,
  DAYS_LIMIT,
  HOURS_LIMIT,
  IMPORTANCE_NAME_LIMIT,
  KEPT_MONTHS_LIMIT,
  LINK_RULES_LIMIT,
  MONEY_LIMIT,
  PERCENT_LIMIT,
  RESOLUTION_LIMIT,
  SETTING_NAME_LIMIT,
  SETTING_NAMES_LIMIT,
} from './settingsLimits';
import { FEEDBACK_KINDS } from './vocabulary';

const rule = (name: FieldRule) => ({ error: name });

const key = (value: string) => value.toLowerCase();
const isDistinct = (values: readonly string[]) => new Set(values.map(key)).size === values.length;

const between = (low: number, high: number) =>
  z.number().min(low, rule('out_of_range')).max(high, rule('out_of_range'));
const name = line(SETTING_NAME_LIMIT);
const names = z.array(name).max(SETTING_NAMES_LIMIT, rule('too_many')).refine(isDistinct, rule('repeated'));
const days = z.array(day).max(CALENDAR_DAYS_LIMIT, rule('too_many')).refine(isDistinct, rule('repeated'));
const strength = between(0, 1);

const linkRule = z.strictObject({
  type: name,
  meaning: z.enum(LINK_MEANINGS),
  subject: z.enum(['source', 'destination']),
  alongOutward: strength,
  alongInward: strength,
});
const linkRules = z
  .array(linkRule)
  .max(LINK_RULES_LIMIT, rule('too_many'))
  .refine((rules) => isDistinct(rules.map(({ type }) => type)), rule('repeated'));

/** An hour of the local day. */
export const hourOfDay = between(0, 24);

/** When a team or a client works. */
export const calendarFields = {
  workingDays: z
    .array(z.int().min(1, rule('out_of_range')).max(7, rule('out_of_range')))
    .min(1, rule('empty'))
    .max(7, rule('too_many'))
    .refine((values) => isDistinct(values.map(String)), rule('repeated')),
  opens: hourOfDay,
  closes: hourOfDay,
  holidays: days,
  extraWorkingDays: days,
};

const calendar = z.strictObject({
  timeZone: timeZone.nullable().exactOptional(),
  workingDays: calendarFields.workingDays.exactOptional(),
  opens: hourOfDay.exactOptional(),
  closes: hourOfDay.exactOptional(),
  holidays: days.exactOptional(),
  extraWorkingDays: days.exactOptional(),
});

const threshold = z.strictObject({
  days: between(0, DAYS_LIMIT).nullable().exactOptional(),
  money: between(0, MONEY_LIMIT).nullable().exactOptional(),
  percent: between(0, PERCENT_LIMIT).nullable().exactOptional(),
});

const changeControl = z.strictObject({
  medium: threshold.exactOptional(),
  major: threshold.exactOptional(),
  deciders: z
    .strictObject({ minor: names.exactOptional(), medium: names.exactOptional(), major: names.exactOptional() })
    .exactOptional(),
  validityDays: z.int().min(1, rule('out_of_range')).max(DAYS_LIMIT, rule('out_of_range')).exactOptional(),
});

const cost = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/u)
    .exactOptional(),
  ratePerDay: between(0, MONEY_LIMIT).nullable().exactOptional(),
  budget: between(0, MONEY_LIMIT).nullable().exactOptional(),
});

/** A value for each importance, each chosen by itself. */
function byImportance<Value extends z.ZodType>(value: Value) {
  return z.strictObject({
    nice: value.exactOptional(),
    important: value.exactOptional(),
    critical: value.exactOptional(),
  });
}

const workingDays = byImportance(between(0, RESOLUTION_LIMIT).nullable());
const feedback = z.strictObject({
  kinds: z
    .array(z.enum(FEEDBACK_KINDS))
    .min(1, rule('empty'))
    .max(FEEDBACK_KINDS.length, rule('too_many'))
    .refine(isDistinct, rule('repeated'))
    .exactOptional(),
  names: byImportance(line(IMPORTANCE_NAME_LIMIT).nullable()).exactOptional(),
  respond: byImportance(between(0, HOURS_LIMIT)).exactOptional(),
  resolve: workingDays.exactOptional(),
  answer: workingDays.exactOptional(),
});

const notifications = z.strictObject({
  overdue: z.boolean().exactOptional(),
  decisions: z.boolean().exactOptional(),
  told: z
    .array(z.enum(TOLD))
    .min(1, rule('empty'))
    .max(TOLD.length, rule('too_many'))
    .refine(isDistinct, rule('repeated'))
    .exactOptional(),
});

function fits(choices: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(choices)).length <= CHOICES_SIZE_LIMIT;
}

const values = z.strictObject({
  requirementTypes: names.exactOptional(),
  testTypes: names.exactOptional(),
  defectTypes: names.exactOptional(),
  deliveredStatuses: names.exactOptional(),
  links: linkRules.exactOptional(),
  parents: z.strictObject({ toChildren: strength.exactOptional(), toParent: strength.exactOptional() }).exactOptional(),
  calendar: calendar.exactOptional(),
  capacityPerWeek: between(0, CAPACITY_LIMIT).nullable().exactOptional(),
  changeControl: changeControl.exactOptional(),
  cost: cost.exactOptional(),
  feedback: feedback.exactOptional(),
  notifications: notifications.exactOptional(),
  tuneLinks: z.boolean().exactOptional(),
  editorsFreeze: z.boolean().exactOptional(),
  editionsKeptMonths: z
    .int()
    .min(1, rule('out_of_range'))
    .max(KEPT_MONTHS_LIMIT, rule('out_of_range'))
    .nullable()
    .exactOptional(),
});

/** What a project may choose, each value by itself; whether they fit together is a rule of the domain. */
export const settingsChoices: z.ZodType<SettingsChoices> = values.refine(fits, rule('too_long'));

/**
 * What can be understood of choices that were saved once, by this version of the app or another.
 *
 * @returns the choices, and the names of those that mean nothing to this version
 */
export function readChoices(saved: object): { readonly choices: SettingsChoices; readonly unread: readonly string[] } {
  const whole = values.safeParse(saved);
  if (whole.success) return { choices: whole.data, unread: [] };
  const unread = new Set(whole.error.issues.flatMap(namesIn));
  const known = Object.entries(saved).filter(([name]) => !unread.has(name));
  const rest = values.safeParse(Object.fromEntries(known));
  return { choices: rest.success ? rest.data : {}, unread: [...unread] };
}

function namesIn(issue: z.core.$ZodIssue): readonly string[] {
  const [first] = issue.path;
  if (first !== undefined) return [String(first)];
  return issue.code === 'unrecognized_keys' ? issue.keys : [];
}
