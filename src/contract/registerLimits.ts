/** How many lines of the register one call gives at most. */
export const REGISTER_PAGE_LIMIT = 1_000;

/** How many lines of people one call imports at most: their events fit into one statement of the database. */
export const IMPORT_SLICE_LIMIT = 250;

/** The longest role, in UTF-16 code units. */
export const ROLE_LIMIT = 200;

/** The longest cell that an import looks at, in UTF-16 code units. */
export const CELL_LIMIT = 1_000;

/** The longest language tag. */
export const LANGUAGE_LIMIT = 35;
