/** What an operation gives back, with what it counts in rate-limit points. */
export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Issues, projects, pages and the like in the answer. */
  readonly coreObjects: number;
  /** Users and granted permissions in the answer. */
  readonly identityObjects: number;
}

/** A product's way of refusing. */
export abstract class RestRefusal extends Error {
  /** Whether the product may well answer, but the sandbox cannot: the run is no longer complete. */
  readonly isIncomplete: boolean = false;

  abstract toAnswer(): RestAnswer;
}

export function answer(
  body: unknown,
  { status = 200, coreObjects = 0, identityObjects = 0 }: Partial<Omit<RestAnswer, 'body'>> = {},
): RestAnswer {
  return { status, body, coreObjects, identityObjects };
}

/**
 * One point for the call, one for each core object, two for each identity object.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export function pointsOf({ coreObjects, identityObjects }: RestAnswer): number {
  return 1 + coreObjects + 2 * identityObjects;
}
