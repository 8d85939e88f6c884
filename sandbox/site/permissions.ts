import type { ProjectPermission, SiteRole } from '../api';

export const PROJECT_PERMISSIONS: readonly ProjectPermission[] = [
  'BROWSE_PROJECTS',
  'EDIT_ISSUES',
  'CREATE_ISSUES',
  'LINK_ISSUES',
  'ADD_COMMENTS',
  'ADMINISTER_PROJECTS',
];

export function isProjectPermission(permission: string): permission is ProjectPermission {
  return PROJECT_PERMISSIONS.some((known) => known === permission);
}

const GRANTED: Readonly<Record<SiteRole, ReadonlySet<ProjectPermission>>> = {
  admin: new Set(PROJECT_PERMISSIONS),
  lead: new Set(PROJECT_PERMISSIONS),
  member: new Set(['BROWSE_PROJECTS', 'EDIT_ISSUES', 'CREATE_ISSUES', 'LINK_ISSUES', 'ADD_COMMENTS']),
  reader: new Set(['BROWSE_PROJECTS']),
  outsider: new Set(),
  none: new Set(),
};

/** Whether issue security hides nothing from the role. */
export function seesRestricted(role: SiteRole): boolean {
  return role === 'admin' || role === 'lead' || role === 'member';
}

/** Whether a role holds a permission in every project. */
export function roleAllows(role: SiteRole, permission: ProjectPermission, restricted: boolean): boolean {
  return GRANTED[role].has(permission) && (!restricted || seesRestricted(role));
}
