import { TOLD, type SettingPath } from '../../../../../../src/contract/settings';
import { FEEDBACK_KINDS, IMPORTANCES, type Importance } from '../../../../../../src/contract/vocabulary';
import type { MessageKey } from '../../../lib/i18n';

/** How a value is typed: lists one entry a line, an empty number for none. */
type Kind = 'names' | 'days' | 'number' | 'whole' | 'text' | 'weekDays' | 'share' | 'switch' | 'choices';

export interface SettingField {
  readonly path: SettingPath;
  readonly kind: Kind;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  /** Whether nothing may stand here too. */
  readonly optional?: boolean;
  /** Which names of the project are suggested. */
  readonly suggests?: 'issueTypes' | 'statuses';
  /** With the kind `choices`: what there is to choose any number of. */
  readonly choices?: readonly { readonly value: string; readonly label: MessageKey }[];
}

export interface SettingSection {
  readonly id: string;
  readonly title: MessageKey;
  readonly about: MessageKey;
  readonly fields: readonly SettingField[];
}

/** The most important first, as people think of targets. */
const BY_IMPORTANCE: readonly Importance[] = IMPORTANCES.toReversed();

/** The settings by what they are about, each with the way it is typed. Link rules have a table of their own. */
export const SECTIONS: readonly SettingSection[] = [
  {
    id: 'requirements',
    title: 'settings.section.requirements',
    about: 'settings.about.requirements',
    fields: [
      { path: 'requirementTypes', kind: 'names', label: 'settings.field.requirementTypes', suggests: 'issueTypes' },
      { path: 'testTypes', kind: 'names', label: 'settings.field.testTypes', suggests: 'issueTypes' },
      { path: 'defectTypes', kind: 'names', label: 'settings.field.defectTypes', suggests: 'issueTypes' },
      {
        path: 'deliveredStatuses',
        kind: 'names',
        label: 'settings.field.deliveredStatuses',
        hint: 'settings.hint.deliveredStatuses',
        suggests: 'statuses',
      },
    ],
  },
  {
    id: 'links',
    title: 'settings.section.links',
    about: 'settings.about.links',
    fields: [
      { path: 'parents.toChildren', kind: 'share', label: 'settings.field.toChildren' },
      { path: 'parents.toParent', kind: 'share', label: 'settings.field.toParent' },
      { path: 'tuneLinks', kind: 'switch', label: 'settings.field.tuneLinks', hint: 'settings.hint.tuneLinks' },
    ],
  },
  {
    id: 'changes',
    title: 'settings.section.changes',
    about: 'settings.about.changes',
    fields: [
      { path: 'changeControl.medium.days', kind: 'number', label: 'settings.field.mediumDays', optional: true },
      { path: 'changeControl.medium.money', kind: 'number', label: 'settings.field.mediumMoney', optional: true },
      { path: 'changeControl.medium.percent', kind: 'number', label: 'settings.field.mediumPercent', optional: true },
      { path: 'changeControl.major.days', kind: 'number', label: 'settings.field.majorDays', optional: true },
      { path: 'changeControl.major.money', kind: 'number', label: 'settings.field.majorMoney', optional: true },
      { path: 'changeControl.major.percent', kind: 'number', label: 'settings.field.majorPercent', optional: true },
      {
        path: 'changeControl.deciders.minor',
        kind: 'names',
        label: 'settings.field.decidersMinor',
        hint: 'settings.hint.deciders',
      },
      { path: 'changeControl.deciders.medium', kind: 'names', label: 'settings.field.decidersMedium' },
      { path: 'changeControl.deciders.major', kind: 'names', label: 'settings.field.decidersMajor' },
      { path: 'changeControl.validityDays', kind: 'whole', label: 'settings.field.validityDays' },
    ],
  },
  {
    id: 'cost',
    title: 'settings.section.cost',
    about: 'settings.about.cost',
    fields: [
      { path: 'cost.currency', kind: 'text', label: 'settings.field.currency', hint: 'settings.hint.currency' },
      { path: 'cost.ratePerDay', kind: 'number', label: 'settings.field.ratePerDay', optional: true },
      { path: 'cost.budget', kind: 'number', label: 'settings.field.budget', optional: true },
      {
        path: 'capacityPerWeek',
        kind: 'number',
        label: 'settings.field.capacityPerWeek',
        hint: 'settings.hint.capacityPerWeek',
        optional: true,
      },
    ],
  },
  {
    id: 'calendar',
    title: 'settings.section.calendar',
    about: 'settings.about.calendar',
    fields: [
      { path: 'calendar.workingDays', kind: 'weekDays', label: 'settings.field.workingDays' },
      { path: 'calendar.opens', kind: 'number', label: 'settings.field.opens' },
      { path: 'calendar.closes', kind: 'number', label: 'settings.field.closes' },
      {
        path: 'calendar.timeZone',
        kind: 'text',
        label: 'settings.field.timeZone',
        hint: 'settings.hint.timeZone',
        optional: true,
      },
      { path: 'calendar.holidays', kind: 'days', label: 'settings.field.holidays', hint: 'settings.hint.days' },
      {
        path: 'calendar.extraWorkingDays',
        kind: 'days',
        label: 'settings.field.extraWorkingDays',
        hint: 'settings.hint.extraWorkingDays',
      },
    ],
  },
  {
    id: 'feedback',
    title: 'settings.section.feedback',
    about: 'settings.about.feedback',
    fields: [
      {
        path: 'feedback.kinds',
        kind: 'choices',
        label: 'settings.field.kinds',
        hint: 'settings.hint.kinds',
        choices: FEEDBACK_KINDS.map((kind) => ({ value: kind, label: `kind.${kind}` })),
      },
      ...BY_IMPORTANCE.map((importance): SettingField => ({
        path: `feedback.names.${importance}`,
        kind: 'text',
        label: `settings.field.name.${importance}`,
        hint: `settings.hint.name.${importance}`,
        optional: true,
      })),
    ],
  },
  {
    id: 'targets',
    title: 'settings.section.targets',
    about: 'settings.about.targets',
    fields: [
      ...BY_IMPORTANCE.map((importance): SettingField => ({
        path: `feedback.respond.${importance}`,
        kind: 'number',
        label: `settings.field.respond.${importance}`,
      })),
      ...BY_IMPORTANCE.map((importance): SettingField => ({
        path: `feedback.resolve.${importance}`,
        kind: 'number',
        label: `settings.field.resolve.${importance}`,
        optional: true,
      })),
      ...BY_IMPORTANCE.map((importance): SettingField => ({
        path: `feedback.answer.${importance}`,
        kind: 'number',
        label: `settings.field.answer.${importance}`,
        optional: true,
      })),
    ],
  },
  {
    id: 'notifications',
    title: 'settings.section.notifications',
    about: 'settings.about.notifications',
    fields: [
      { path: 'notifications.overdue', kind: 'switch', label: 'settings.field.tellOverdue' },
      { path: 'notifications.decisions', kind: 'switch', label: 'settings.field.tellDecisions' },
      {
        path: 'notifications.told',
        kind: 'choices',
        label: 'settings.field.told',
        choices: TOLD.map((told) => ({ value: told, label: `settings.told.${told}` })),
      },
    ],
  },
  {
    id: 'reports',
    title: 'settings.section.reports',
    about: 'settings.about.reports',
    fields: [
      {
        path: 'editorsFreeze',
        kind: 'switch',
        label: 'settings.field.editorsFreeze',
        hint: 'settings.hint.editorsFreeze',
      },
      {
        path: 'editionsKeptMonths',
        kind: 'whole',
        label: 'settings.field.editionsKeptMonths',
        hint: 'settings.hint.editionsKeptMonths',
        optional: true,
      },
    ],
  },
];

const ALL_FIELDS = SECTIONS.flatMap(({ fields }) => fields);

/** The field of the path; undefined for link rules, which are typed in a table. */
export function fieldOf(path: SettingPath): SettingField | undefined {
  return ALL_FIELDS.find((field) => field.path === path);
}
