/** Requirements that one status table takes in; of more it shows the first and says how many there are. */
export const MOST_REQUIREMENTS = 5_000;
/** Links from the chosen issue that are followed at most, one after the other. */
export const DEEPEST = 3;
export const MOST_LINK_TYPES = 20;
export const LONGEST_JQL = 4_000;
export const LONGEST_TITLE = 120;
export const LONGEST_EDITION_NAME = 120;
export const LONGEST_EDITION_NOTE = 2_000;
