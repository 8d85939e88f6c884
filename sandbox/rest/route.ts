import type { SiteStore } from '../api';
import type { RestAnswer } from './answer';

/** One operation of a product's REST API: the method in lower case, the whole path with its placeholders. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** A request that matched an operation and passed its schema. */
export interface RestCall<Viewer> {
  readonly site: SiteStore;
  readonly viewer: Viewer;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** `YYYY-MM-DD` by the sandbox's clock. */
  readonly today: string;
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly now: number;
}

/** An operation that the sandbox answers, as far as its document goes. */
export interface ModelledOperation extends Route {
  readonly operationId: string;
  /** The scopes that Atlassian asks for, for runs without the official document. */
  readonly scopes: readonly string[];
}

export interface ModelledRoute<Viewer> extends ModelledOperation {
  readonly operation: (call: RestCall<Viewer>) => RestAnswer;
}
