/** A path in an issue property that an app has declared for JQL. */
export interface IndexedProperty {
  /** Of the property. */
  readonly key: string;
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  /** What JQL may call it besides `issue.property[key].path`. */
  readonly alias: string | null;
}

/** The properties of the site's issues: JSON by issue and key. Whom a method serves is the caller's to check. */
export interface IssuePropertyStore {
  keys(issueId: string): readonly string[];
  /** Undefined when the issue has no property of that key. */
  find(issueId: string, key: string): unknown;
  /** Says whether the issue had one of that key. */
  write(issueId: string, key: string, value: unknown): 'created' | 'updated';
  remove(issueId: string, key: string): void;
  /** Makes what an installed app has declared known to JQL. */
  index(declared: readonly IndexedProperty[]): void;
  indexed(): readonly IndexedProperty[];
}
