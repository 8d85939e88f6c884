/** The name under which the unsaved form is kept. */
export const RAISE_DRAFT = 'change:raise';
