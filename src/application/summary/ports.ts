import type { LinkRule } from '../../contract/settings';
import type { Access, Journal, Visibility } from '../ports';

/** A page of Confluence as the viewer may read it. */
interface FoundPage {
  /** The address of the site, such as `https://example.atlassian.net/wiki`. */
  readonly site: string;
  /** The body in Atlassian's document format, unchecked. */
  readonly body: unknown;
}

export interface Pages {
  /** Null when the page does not exist or the viewer may not read it: Confluence does not tell these apart. */
  find(pageId: string): Promise<FoundPage | null>;
}

/** What Jira finds for the viewer. */
export interface Finder {
  project(idOrKey: string): Promise<{ readonly id: string } | null>;
  /** The first ids in the query's order, at most `limit`; `refused` when Jira does not accept the query. */
  search(
    jql: string,
    limit: number,
  ): Promise<{ readonly ids: readonly string[]; readonly isLast: boolean } | 'refused'>;
}

/** Which issues of the mirror are meant; types in lower case. */
export type Wanted =
  | { readonly ids: readonly string[] }
  | { readonly keys: readonly string[] }
  | { readonly projectId: string; readonly types: readonly string[]; readonly limit: number };

/** An issue as the mirror has it, whoever may see it. */
export interface IssueFacts {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly type: string;
  readonly status: string;
  readonly statusCategory: 'new' | 'indeterminate' | 'done';
  readonly summary: string;
  readonly versionIds: readonly string[];
  readonly openFeedback: number;
  readonly overdueFeedback: number;
}

/** A link or a parenthood between two living issues. */
export interface Relation {
  /** The name of the link type; null where the source is the parent of the destination. */
  readonly type: string | null;
  readonly sourceId: string;
  readonly destinationId: string;
  readonly sourceDone: boolean;
  readonly destinationDone: boolean;
}

export interface VersionFacts {
  readonly id: string;
  readonly name: string;
  readonly released: boolean;
  readonly releaseDate: string | null;
}

/** The mirror as the status table reads it. What comes from here is shown to nobody unfiltered. */
export interface Facts {
  /** Living issues, and how many there are beyond the limit. @param now milliseconds, to tell what is overdue. */
  issues(wanted: Wanted, now: number): Promise<{ readonly total: number; readonly issues: readonly IssueFacts[] }>;
  /** Every link at whose one end one of the issues stands, and every child of theirs. */
  relations(ids: readonly string[]): Promise<readonly Relation[]>;
  versions(ids: readonly string[]): Promise<readonly VersionFacts[]>;
  /** Whether the project has been read whole. */
  isReady(projectId: string): Promise<boolean>;
}

/** Everything that the status table needs of the outside. */
export interface SummaryOutside {
  readonly access: Access;
  readonly visibility: Visibility;
  readonly journal: Journal;
  readonly pages: Pages;
  readonly finder: Finder;
  readonly facts: Facts;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type Rules = ReadonlyMap<string, LinkRule>;
