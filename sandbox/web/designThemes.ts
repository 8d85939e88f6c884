/** The `data-theme` attribute under which the Atlassian design tokens apply; `data-color-mode` picks light or dark. */
export const DESIGN_THEMES = 'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography';
