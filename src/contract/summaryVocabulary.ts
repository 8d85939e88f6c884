/** Where the requirements of a status table come from. */
export const SUMMARY_SOURCES = ['page', 'linked', 'jql', 'project'] as const;
export type SummarySourceName = (typeof SUMMARY_SOURCES)[number];

/** Along which end of a link it is followed; parents always lead to their children. */
export const LINK_DIRECTIONS = ['both', 'outward', 'inward'] as const;
export type LinkDirection = (typeof LINK_DIRECTIONS)[number];
