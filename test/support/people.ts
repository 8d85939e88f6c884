/** The accounts that every sandbox site has. */
export const PEOPLE = {
  /** Project and site administrator. */
  admin: 'sandbox-admin',
  /** Project administrator, but not of the site. */
  lead: 'sandbox-lead',
  /** Edits issues; reads Chinese, in Shanghai. */
  member: 'sandbox-member',
  /** Edits issues; reads English, in Prague. */
  otherMember: 'sandbox-member-2',
  /** Browses issues, except restricted ones. */
  reader: 'sandbox-reader',
  /** May see no project. */
  outsider: 'sandbox-outsider',
} as const;
