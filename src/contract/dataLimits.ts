/**
 * The longest line of an archive, in UTF-16 code units: an event with the longest texts, or a piece of a document. A
 * request may take 500 KB.
 */
export const ARCHIVE_LINE_LIMIT = 400_000;

/** How many lines of an archive one request brings at most. */
export const ARCHIVE_SLICE_LIMIT = 200;

/** How much of an archive one request brings, in bytes of UTF-8, unless a single line is longer: well below 500 KB. */
export const ARCHIVE_SLICE_BYTES = 300_000;
