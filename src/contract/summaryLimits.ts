/** Requirements that one status table takes in; of more it shows the first and says how many there are. */
export const MOST_REQUIREMENTS = 500;
/** Links from the chosen issue that are followed at most, one after the other. */
export const DEEPEST = 3;
export const LONGEST_JQL = 4_000;
export const LONGEST_TITLE = 120;
