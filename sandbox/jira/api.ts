import { z } from 'zod';
import type { SandboxClock, SiteStore } from '../api';
import type { Incompleteness } from '../incompleteness';
import { jsonResponse, type Answer, type PlannedCall } from '../outside';
import { answer, JiraRefusal, NotModelled, pointsOf, type JiraAnswer } from './answer';
import type { ApiDocument, KnownRoute } from './document';
import type { Quota } from './quota';
import { MODELLED, REMOVED, type Route } from './routes';
import { Viewer } from './viewer';

interface JiraOptions {
  readonly site: SiteStore;
  readonly document: ApiDocument;
  readonly scopes: ReadonlySet<string>;
  readonly clock: SandboxClock;
  readonly quota: Quota;
  readonly incompleteness: Incompleteness;
}

export interface JiraRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Null for the app itself. */
  readonly accountId: string | null;
  readonly as: PlannedCall['as'];
}

const record = z.record(z.string(), z.unknown()).catch({});

function same(one: Route, other: Route): boolean {
  return one.method === other.method && one.path === other.path;
}

/** The sandboxed site's Jira REST API, version 3. */
export class JiraApi {
  readonly #options: JiraOptions;

  constructor(options: JiraOptions) {
    this.#options = options;
    if (!options.document.official) {
      options.incompleteness.add(
        "Without Atlassian's OpenAPI document requests to Jira are not checked against their schemas, and operations that the sandbox lacks are answered with 404 instead of 501.",
      );
    }
  }

  plan(request: JiraRequest): PlannedCall {
    const route = this.#routeOf(request);
    const shown = route?.path ?? request.path.split('?')[0] ?? '';
    const what = `${request.method.toUpperCase()} ${shown}`;
    return {
      kind: 'jira',
      what,
      as: request.as,
      perform: async () => {
        const { clock, quota } = this.#options;
        const now = clock.now();
        const refused = quota.refuse(what, now);
        if (refused) return { response: refused, points: 0 };
        // What is asked at the same time comes in before the first of it has its answer.
        const answer = await Promise.resolve(this.#perform(request, route, now));
        quota.leave(what);
        return answer;
      },
    };
  }

  #routeOf({ method, path }: JiraRequest): KnownRoute | null {
    const bare = path.split('?')[0] ?? '';
    const matches = ({ method: expected, pattern }: KnownRoute) =>
      expected === method.toLowerCase() && pattern.test(bare);
    return this.#options.document.routes.find(matches) ?? null;
  }

  #perform(request: JiraRequest, route: KnownRoute | null, now: number): Answer {
    const { quota, site } = this.#options;
    let result: JiraAnswer;
    try {
      if (request.accountId !== null && !site.findPerson(request.accountId)) {
        throw new JiraRefusal(401, 'Client must be authenticated to access this resource.');
      }
      result = this.#answer(request, route, now);
    } catch (error) {
      if (error instanceof z.ZodError) result = new JiraRefusal(400, z.prettifyError(error)).toAnswer();
      else if (error instanceof JiraRefusal) {
        if (error instanceof NotModelled) this.#options.incompleteness.add(error.message);
        result = error.toAnswer();
      } else throw error;
    }
    const points = pointsOf(result);
    const headers = { ...quota.spend(points, now), date: new Date(now).toUTCString() };
    return { response: jsonResponse(result.status, result.body, headers), points };
  }

  #answer(request: JiraRequest, route: KnownRoute | null, now: number): JiraAnswer {
    const { incompleteness, scopes } = this.#options;
    const removed = REMOVED.some((gone) => gone.path === request.path.split('?')[0]);
    if (removed)
      throw new JiraRefusal(
        410,
        'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.',
      );
    if (!route) return answer({ message: `null for uri: ${request.path}`, 'status-code': 404 }, { status: 404 });
    if (!route.scopes.every((scope) => scopes.has(scope))) {
      return answer({ code: 401, message: 'Unauthorized; scope does not match' }, { status: 401 });
    }
    const modelled = MODELLED.find((candidate) => same(candidate, route));
    if (!modelled) {
      incompleteness.add(
        `${route.method.toUpperCase()} ${route.path} is part of Jira's API, but the sandbox does not model it.`,
      );
      throw new JiraRefusal(501, 'The sandbox does not model this operation.');
    }
    return modelled.operation(this.#validated(request, modelled.operationId, now));
  }

  #validated({ method, path, headers, body, accountId }: JiraRequest, operationId: string, now: number) {
    const { document, site } = this.#options;
    const { validator } = document;
    const raw = { method, path, headers: { ...headers }, ...(body === null ? {} : { body }) };
    const operation = validator.router.getOperation(operationId);
    if (!operation) throw new Error(`The validator does not know the operation ${operationId}.`);
    const { valid, errors, coerced } = validator.validator.validateRequest(raw, operation);
    if (!valid && document.official) {
      const problems = (errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`.trim());
      throw new JiraRefusal(400, problems.join('; ') || 'The request is not valid.');
    }
    const parsed = validator.router.parseRequest(coerced ?? raw, operation);
    return {
      site,
      viewer: new Viewer(site, accountId),
      path: z.record(z.string(), z.string()).parse(parsed.params),
      query: record.parse(parsed.query),
      body: z.unknown().parse(parsed.requestBody),
      today: new Date(now).toISOString().slice(0, 10),
      now,
    };
  }
}
