import type { IssueFigures } from '../../domain/property/property';

/** What an issue's property should say, and does not. */
export interface OutOfStep extends IssueFigures {
  readonly issueId: string;
}

/** Which figures issues have, and which their properties were last given. */
export interface PropertyStore {
  /** Of one issue, at the instant. */
  figures(issueId: string, now: number): Promise<IssueFigures>;
  /** Issues whose property was last given other figures than they have now, at most `limit`. */
  outOfStep(now: number, limit: number): Promise<readonly OutOfStep[]>;
  /** Remembers what their properties were given. */
  given(issues: readonly OutOfStep[]): Promise<void>;
  /** Leaves an issue alone until the instant. */
  postpone(issueId: string, until: number): Promise<void>;
}

/** The issues' properties in Jira. */
export interface IssueProperties {
  /** `gone`: Jira has no such issue; `refused`: the app may not write to it. */
  set(issueId: string, value: object): Promise<'set' | 'gone' | 'refused'>;
}

/** Everything that keeping properties in step needs of the outside. */
export interface PropertyOutside {
  readonly properties: PropertyStore;
  readonly jira: IssueProperties;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds left of the invocation. */
  readonly remaining: () => number;
}

