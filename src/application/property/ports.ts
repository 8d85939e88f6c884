import type { Tier } from '../../contract/settings';
import type { IssueFigures } from '../../domain/property/property';

/** What an issue's property should say, and was not given yet. */
export interface OutOfStep extends IssueFigures {
  readonly issueId: string;
  /** How often the property had been given when this was read. */
  readonly givings: number;
}

/** An open change request as the badge counts it. */
export interface OpenChange {
  /** The issue it was raised on, which decides who may know of it. */
  readonly issueId: string;
  /** Null until it has been assessed. */
  readonly tier: Tier | null;
}

/** Which figures issues have, and which their properties were given last. Instants are milliseconds since 1970. */
export interface PropertyStore {
  /** Open change requests that concern the issue; one statement. */
  openChanges(issueId: string): Promise<readonly OpenChange[]>;
  /**
   * Issues whose property was last given other figures than they have now, or was given them before `givenBefore`; none
   * while Jira asks to wait. One statement; at most `limit`, the longest untouched first.
   */
  outOfStep(now: number, givenBefore: number, limit: number): Promise<readonly OutOfStep[]>;
  /** Remembers what properties were given. Where somebody else gave it meanwhile, what it holds counts as unknown. */
  given(issues: readonly OutOfStep[], at: number): Promise<void>;
  /** Leaves an issue alone until the instant. */
  postpone(issueId: string, until: number): Promise<void>;
  /** Leaves all issues alone until the instant. */
  pause(until: number): Promise<void>;
}

/** The issues' properties in Jira. */
export interface IssueProperties {
  /** `gone`: Jira has no such issue; `refused`: it does not let the app write to it. */
  set(issueId: string, value: object): Promise<'set' | 'gone' | 'refused'>;
}

/** Everything that keeping properties in step needs of the outside. */
export interface PropertyOutside {
  readonly properties: PropertyStore;
  readonly jira: IssueProperties;
  readonly now: () => number;
  /** Milliseconds left of the invocation. */
  readonly remaining: () => number;
}
