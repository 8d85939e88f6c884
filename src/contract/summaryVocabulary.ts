/** Where the requirements of a status table come from. */
export const SUMMARY_SOURCES = ['page', 'linked', 'jql', 'project'] as const;
export type SummarySourceName = (typeof SUMMARY_SOURCES)[number];
