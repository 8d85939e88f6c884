/** The longest feedback, answer or note, in UTF-16 code units, as a text area counts them. */
export const TEXT_LIMIT = 10_000;

/** The longest reason given for reopening. */
export const REASON_LIMIT = 2_000;

/** The longest name of a client or a contact. */
export const NAME_LIMIT = 200;

/** How many feedback items one `feedback.list` call returns at most. */
export const LIST_PAGE_SIZE = 200;

/** How many contacts one `contact.search` call returns at most. */
export const CONTACT_PAGE_SIZE = 50;

/** How many characters of the text a list row carries. */
export const EXCERPT_LENGTH = 280;
