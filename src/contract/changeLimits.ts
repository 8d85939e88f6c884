/** The longest title of a change request or of one of its options. */
export const TITLE_LIMIT = 200;

/** The longest link to evidence. */
export const LINK_LIMIT = 2_000;

/** How many requirements a change request may concern; an event that names them has to fit into one row. */
export const REQUIREMENTS_LIMIT = 100;

/** How many ways to meet a request may be weighed. */
export const OPTIONS_LIMIT = 5;

/** How many requirements one option may drop. */
export const DROPPED_LIMIT = 50;

/** How many issues one command may say something of. */
export const REVIEWS_LIMIT = 100;

/** The largest effort anybody may enter, in working days: four hundred years of one person. */
export const EFFORT_LIMIT = 100_000;

/** The largest sum of money, in whole units of the project's currency. */
export const MONEY_LIMIT = 1_000_000_000_000;

/** How many swaps are offered at once. */
export const SWAPS_LIMIT = 20;
