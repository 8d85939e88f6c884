/** The longest name of an issue type, status, link type or decider, in UTF-16 code units, as long as Jira's own may be. */
export const SETTING_NAME_LIMIT = 255;

/** How many names one list of settings may hold. */
export const SETTING_NAMES_LIMIT = 400;

/** How many rules for link types of its own a project may have. */
export const LINK_RULES_LIMIT = 400;

/** How many single days a calendar may name: holidays, moved working days. */
export const CALENDAR_DAYS_LIMIT = 1_000;

/** Person-days that a team may get done in a week. */
export const CAPACITY_LIMIT = 10_000;

/** Working days of a threshold, calendar days of a validity. */
export const DAYS_LIMIT = 3_650;

/** Working hours until a response. */
export const HOURS_LIMIT = 2_000;

/** Working days until a resolution. */
export const RESOLUTION_LIMIT = 1_000;

/** The longest name of an importance: it stands in one line with others. */
export const IMPORTANCE_NAME_LIMIT = 40;

/** Money in a threshold, a rate or a budget, in the project's currency. */
export const MONEY_LIMIT = 1e12;

/** Percent of the budget in a threshold. */
export const PERCENT_LIMIT = 1_000;

/** Calendar months for which editions may be kept. */
export const KEPT_MONTHS_LIMIT = 120;

/** The size of everything chosen together as JSON, in UTF-8 bytes: one row of the journal holds it. */
export const CHOICES_SIZE_LIMIT = 48_000;
