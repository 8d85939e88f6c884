/** What an operation gives back, with what it counts in Jira's rate-limit points. */
export interface JiraAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Issues, projects, versions and the like in the answer. */
  readonly coreObjects: number;
  /** Users and granted permissions in the answer. */
  readonly identityObjects: number;
}

/** Jira's way of refusing. */
export class JiraRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  toAnswer(): JiraAnswer {
    return answer({ errorMessages: [this.message], errors: {} }, { status: this.status });
  }
}

/** What Jira may well answer, but the sandbox cannot: the run is no longer complete. */
export class NotModelled extends JiraRefusal {
  constructor(what: string) {
    super(400, `The sandbox does not model ${what}.`);
  }
}

export function answer(
  body: unknown,
  { status = 200, coreObjects = 0, identityObjects = 0 }: Partial<Omit<JiraAnswer, 'body'>> = {},
): JiraAnswer {
  return { status, body, coreObjects, identityObjects };
}

/**
 * One point for the call, one for each core object, two for each identity object.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export function pointsOf({ coreObjects, identityObjects }: JiraAnswer): number {
  return 1 + coreObjects + 2 * identityObjects;
}
