import type { FeedbackKind, Importance } from './vocabulary';

/** What a link of a type means for whoever changes one of its ends. */
export const LINK_MEANINGS = [
  'contains',
  'dependsOn',
  'implements',
  'tests',
  'duplicates',
  'relates',
  'ignore',
] as const;
export type LinkMeaning = (typeof LINK_MEANINGS)[number];

/**
 * How a change travels along the links of one type: from the source to the destination (the direction that the type's
 * outward words name) and back, each 0 (not at all) to 1 (always).
 */
export interface LinkRule {
  /** The type's name as Jira gives it, compared without regard to case. */
  readonly type: string;
  readonly meaning: LinkMeaning;
  /**
   * Which end bears the meaning: `source` when the source contains, depends on, implements or tests the destination.
   * Of no effect for `duplicates`, `relates` and `ignore`.
   */
  readonly subject: 'source' | 'destination';
  readonly alongOutward: number;
  readonly alongInward: number;
}

/** How parents and children (sub-tasks, issues of an epic) pass changes on. */
export interface ParentRule {
  readonly toChildren: number;
  readonly toParent: number;
}

/** When a team works. Days are `YYYY-MM-DD`. */
export interface CalendarSettings {
  /** IANA time zone in which hours and days are meant; null for the reader's. */
  readonly timeZone: string | null;
  /** ISO week days, 1 for Monday. */
  readonly workingDays: readonly number[];
  /** Hours of the local day, 0 to 24. */
  readonly opens: number;
  readonly closes: number;
  readonly holidays: readonly string[];
  /** Days that are worked although the week says no, as China moves them around holidays. */
  readonly extraWorkingDays: readonly string[];
}

export const TIERS = ['minor', 'medium', 'major'] as const;
export type Tier = (typeof TIERS)[number];

/** From these amounts on a change is of the tier; null where the measure does not count. */
export interface TierThreshold {
  /** Working days of slip of any milestone. */
  readonly days: number | null;
  /** In the project's currency. */
  readonly money: number | null;
  /** Percent of the project's budget. */
  readonly percent: number | null;
}

/** Who has to decide: a project role or a function by its name, as the project calls it. */
export interface ChangeControlSettings {
  /** `minor` is what stays below `medium`. */
  readonly medium: TierThreshold;
  readonly major: TierThreshold;
  readonly deciders: Readonly<Record<Tier, readonly string[]>>;
  /** For how many calendar days an offer is valid unless it says otherwise. */
  readonly validityDays: number;
}

export interface CostSettings {
  /** ISO 4217. */
  readonly currency: string;
  /** What one working day of effort costs; null when nobody has said. */
  readonly ratePerDay: number | null;
  readonly budget: number | null;
}

/** Something for each importance of feedback. */
export type ByImportance<T> = Readonly<Record<Importance, T>>;

/** Who is told of what waits: whoever took the last step, or whoever recorded or raised it. */
export const TOLD = ['handler', 'recorder'] as const;
export type Told = (typeof TOLD)[number];

/** Which messages the project sends to its own people: at most one a day to each. */
export interface NotificationSettings {
  /** Of answers to clients that are overdue. */
  readonly overdue: boolean;
  /** Of changes that wait for a decision. */
  readonly decisions: boolean;
  readonly told: readonly Told[];
}

/** What feedback the project takes, what it calls it, and by when it promises to react. */
export interface FeedbackSettings {
  /** The kinds offered for recording; what has been recorded of others stays. */
  readonly kinds: readonly FeedbackKind[];
  /** What the project calls each importance; null for the app's own word. */
  readonly names: ByImportance<string | null>;
  /** Working hours until the client hears something. Praise has the least important one's. */
  readonly respond: ByImportance<number>;
  /** Working days until the matter is settled; null where nothing is promised. Praise has nothing to be settled. */
  readonly resolve: ByImportance<number | null>;
  /** The same for questions, which an answer settles. */
  readonly answer: ByImportance<number | null>;
}

/**
 * Everything about a project that its administrators may choose. Lists of names compare without regard to case; an empty
 * list means: what the built-in names and Jira's own status categories say.
 */
export interface ProjectSettings {
  readonly requirementTypes: readonly string[];
  readonly testTypes: readonly string[];
  readonly defectTypes: readonly string[];
  /** Statuses that mean delivered; empty for Jira's category "done". */
  readonly deliveredStatuses: readonly string[];
  readonly links: readonly LinkRule[];
  readonly parents: ParentRule;
  readonly calendar: CalendarSettings;
  /** Person-days that the team gets done in a working week; null for what its own history says. */
  readonly capacityPerWeek: number | null;
  readonly changeControl: ChangeControlSettings;
  readonly cost: CostSettings;
  readonly feedback: FeedbackSettings;
  readonly notifications: NotificationSettings;
  /** Whether the app may adjust link strengths by what its past analyses missed and overstated. */
  readonly tuneLinks: boolean;
  /** Whether those who may edit issues may freeze editions of the requirement status, not administrators alone. */
  readonly editorsFreeze: boolean;
  /** Calendar months after which what an edition holds is erased by itself; null for never. */
  readonly editionsKeptMonths: number | null;
}

/**
 * Every value that can be chosen by itself and set back, by its dotted path in `ProjectSettings`. Link rules are chosen
 * type by type, as `links`.
 */
export const SETTING_PATHS = [
  'requirementTypes',
  'testTypes',
  'defectTypes',
  'deliveredStatuses',
  'links',
  'parents.toChildren',
  'parents.toParent',
  'calendar.timeZone',
  'calendar.workingDays',
  'calendar.opens',
  'calendar.closes',
  'calendar.holidays',
  'calendar.extraWorkingDays',
  'capacityPerWeek',
  'changeControl.medium.days',
  'changeControl.medium.money',
  'changeControl.medium.percent',
  'changeControl.major.days',
  'changeControl.major.money',
  'changeControl.major.percent',
  'changeControl.deciders.minor',
  'changeControl.deciders.medium',
  'changeControl.deciders.major',
  'changeControl.validityDays',
  'cost.currency',
  'cost.ratePerDay',
  'cost.budget',
  'feedback.kinds',
  'feedback.names.nice',
  'feedback.names.important',
  'feedback.names.critical',
  'feedback.respond.nice',
  'feedback.respond.important',
  'feedback.respond.critical',
  'feedback.resolve.nice',
  'feedback.resolve.important',
  'feedback.resolve.critical',
  'feedback.answer.nice',
  'feedback.answer.important',
  'feedback.answer.critical',
  'notifications.overdue',
  'notifications.decisions',
  'notifications.told',
  'tuneLinks',
  'editorsFreeze',
  'editionsKeptMonths',
] as const;
export type SettingPath = (typeof SETTING_PATHS)[number];

type Some<T> = { readonly [K in keyof T]?: T[K] };

/** What a project chose, where it differs from what is built in. `links` holds rules for single types, each replacing the built-in one. */
export interface SettingsChoices {
  readonly requirementTypes?: readonly string[];
  readonly testTypes?: readonly string[];
  readonly defectTypes?: readonly string[];
  readonly deliveredStatuses?: readonly string[];
  readonly links?: readonly LinkRule[];
  readonly parents?: Some<ParentRule>;
  readonly calendar?: Some<CalendarSettings>;
  readonly capacityPerWeek?: number | null;
  readonly changeControl?: {
    readonly medium?: Some<TierThreshold>;
    readonly major?: Some<TierThreshold>;
    readonly deciders?: Some<Readonly<Record<Tier, readonly string[]>>>;
    readonly validityDays?: number;
  };
  readonly cost?: Some<CostSettings>;
  readonly feedback?: {
    readonly kinds?: readonly FeedbackKind[];
    readonly names?: Some<ByImportance<string | null>>;
    readonly respond?: Some<ByImportance<number>>;
    readonly resolve?: Some<ByImportance<number | null>>;
    readonly answer?: Some<ByImportance<number | null>>;
  };
  readonly notifications?: Some<NotificationSettings>;
  readonly tuneLinks?: boolean;
  readonly editorsFreeze?: boolean;
  readonly editionsKeptMonths?: number | null;
}

/** Names that the project uses, for suggestions. */
export interface NamesInUse {
  readonly issueTypes: readonly string[];
  readonly statuses: readonly string[];
  readonly linkTypes: readonly string[];
}

/** What a page of settings shows, of a project or of the site. */
export interface SettingsView {
  /** Rises by one with every saving; 0 while nobody has chosen anything. */
  readonly version: number;
  readonly choices: SettingsChoices;
  /** What a newer version of the app saved and this one does not understand; saving is refused then. */
  readonly unread: readonly string[];
  /** What holds where nothing is chosen here: what is built in, for a project with the site's choices over it. */
  readonly defaults: ProjectSettings;
  /** What the site chose for all projects; empty in the view of the site itself. */
  readonly siteChoices: SettingsChoices;
  readonly inUse: NamesInUse;
}

/** One value that a saving changed; undefined stands for what is built in. */
export interface SettingChange {
  readonly path: SettingPath;
  readonly from?: unknown;
  readonly to?: unknown;
}

export interface SettingsSaving {
  readonly version: number;
  readonly at: string;
  /** Account id; null once the person has been erased. */
  readonly by: string | null;
  readonly changes: readonly SettingChange[];
}

/** The latest first. */
export interface SettingsHistory {
  readonly savings: readonly SettingsSaving[];
}
