import type { Change, Issue, LinkRecord, Project, Version, WikiPage } from '../api';

/** What happened on the site, as far as the platform tells apps. */
export type SiteEvent = { readonly by: string | null } & (
  | { readonly of: 'issue'; readonly what: 'created' | 'deleted'; readonly issue: Issue }
  | { readonly of: 'issue'; readonly what: 'updated'; readonly issue: Issue; readonly changes: readonly Change[] }
  | { readonly of: 'issuelink'; readonly what: 'created' | 'deleted'; readonly link: LinkRecord }
  | {
      readonly of: 'version';
      readonly what: 'created' | 'updated' | 'released' | 'unreleased' | 'deleted';
      readonly version: Version;
      readonly projectId: string;
    }
  | {
      readonly of: 'project';
      readonly what: 'created' | 'softdeleted' | 'deleted' | 'restored' | 'archived' | 'unarchived';
      readonly project: Project;
    }
  | { readonly of: 'page'; readonly what: 'created' | 'updated'; readonly page: WikiPage }
);
