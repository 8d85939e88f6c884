/** The name under which the unsaved record form is kept; a module of its own so that the list need not load the form. */
export const RECORD_DRAFT = 'record';
