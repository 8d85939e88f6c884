import type { ChangeState } from '../../contract/changeVocabulary';
import type { LinkRule, Tier } from '../../contract/settings';
import type { LinkDirection } from '../../contract/summaryVocabulary';
import type { DaySteps } from '../../domain/mirror/days';
import type { Access, Journal, Viewer, Visibility } from '../ports';

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
  /** The first ids in the query's order, at most `limit`; why, when Jira does not accept the query. */
  search(jql: string, limit: number): Promise<QueryAnswer | RefusedQuery>;
}

interface RefusedQuery {
  /** What Jira says about it; empty when it says nothing. */
  readonly refused: string;
}

/** How links are followed from an issue; type names in lower case, none for all types and for children besides. */
export interface LinkWalk {
  readonly from: string;
  readonly depth: number;
  readonly direction: LinkDirection;
  readonly types: readonly string[];
  readonly limit: number;
}

/** Which issues of the mirror are meant; types in lower case. */
export type Wanted =
  | { readonly ids: readonly string[] }
  | { readonly keys: readonly string[] }
  | { readonly walk: LinkWalk }
  | { readonly projectId: string; readonly types: readonly string[]; readonly limit: number };

/** A change request that is open, and the issue that it was raised on. */
interface ChangeFacts {
  readonly issueId: string;
  readonly number: number;
  readonly state: ChangeState;
  readonly tier: Tier | null;
}

/** An issue as the mirror has it, whoever may see it. */
export interface IssueFacts {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly type: string;
  readonly status: string;
  readonly statusCategory: 'new' | 'indeterminate' | 'done';
  readonly summary: string;
  readonly created: number;
  readonly resolved: number | null;
  readonly due: string | null;
  readonly versionIds: readonly string[];
  readonly componentIds: readonly string[];
  readonly parent: { readonly id: string; readonly key: string; readonly summary: string } | null;
  /** Whose feedback it has had: references to their names, and the names that are not erased. */
  readonly clients: readonly { readonly ref: string; readonly name: string | null }[];
  readonly openFeedback: number;
  readonly overdueFeedback: number;
  readonly changes: readonly ChangeFacts[];
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

interface ComponentFacts {
  readonly id: string;
  readonly name: string;
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
  /** Versions, components, and how the issues went through the categories, together. */
  detailsOf(wanted: {
    readonly versionIds: readonly string[];
    readonly componentIds: readonly string[];
    readonly issueIds: readonly string[];
  }): Promise<{
    readonly versions: readonly VersionFacts[];
    readonly components: readonly ComponentFacts[];
    readonly steps: readonly DaySteps[];
  }>;
  /** Whether the project has been read whole. */
  isReady(projectId: string): Promise<boolean>;
}

/** What a query found for a viewer, kept for a while: the same page is often opened several times in a row. */
export interface QueryAnswers {
  /** Null when nothing was kept since the instant, in milliseconds. */
  find(viewer: Viewer, jql: string, since: number): Promise<QueryAnswer | null>;
  keep(viewer: Viewer, jql: string, answer: QueryAnswer, now: number): Promise<void>;
}

export interface QueryAnswer {
  readonly ids: readonly string[];
  readonly isLast: boolean;
  /** About how many the query finds altogether. */
  readonly total: number;
}

/** Everything that the status table needs of the outside. */
export interface SummaryOutside {
  readonly access: Access;
  readonly visibility: Visibility;
  readonly journal: Journal;
  readonly pages: Pages;
  readonly finder: Finder;
  readonly facts: Facts;
  readonly answers: QueryAnswers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type Rules = ReadonlyMap<string, LinkRule>;
