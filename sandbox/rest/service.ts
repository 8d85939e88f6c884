import { z } from 'zod';
import type { SandboxClock, SiteStore } from '../api';
import type { Product } from '../contract/siteData';
import type { Incompleteness } from '../incompleteness';
import { jsonResponse, type Answer, type PlannedCall } from '../outside';
import { answer, pointsOf, RestRefusal, type RestAnswer } from './answer';
import type { ApiDocument, KnownRoute } from './document';
import type { Quota } from './quota';
import type { ModelledRoute, RestCall, Route } from './route';

export interface RestOptions {
  readonly site: SiteStore;
  readonly document: ApiDocument;
  readonly scopes: ReadonlySet<string>;
  readonly clock: SandboxClock;
  readonly quota: Quota;
  readonly incompleteness: Incompleteness;
}

export interface RestRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Null for the app itself. */
  readonly accountId: string | null;
  readonly as: PlannedCall['as'];
}

/** What differs between Atlassian's products. */
export interface RestProduct<Viewer> {
  readonly kind: Product;
  readonly name: string;
  readonly modelled: readonly ModelledRoute<Viewer>[];
  /** End points that Atlassian has taken away although the document still lists them, and what is said of them. */
  readonly removed: readonly (Route & { readonly message: string })[];
  viewerOf(site: SiteStore, accountId: string | null): Viewer;
  /** The refusal in the words of that part of the product. */
  refusal(status: number, message: string, path: string): RestRefusal;
  unknownPath(path: string): RestAnswer;
}

const record = z.record(z.string(), z.unknown()).catch({});

function same(one: Route, other: Route): boolean {
  return one.method === other.method && one.path === other.path;
}

function bare(path: string): string {
  return path.split('?')[0] ?? '';
}

/** The REST API of one product of the sandboxed site. */
export class RestService<Viewer> {
  readonly #product: RestProduct<Viewer>;
  readonly #options: RestOptions;

  constructor(product: RestProduct<Viewer>, options: RestOptions) {
    this.#product = product;
    this.#options = options;
  }

  plan(request: RestRequest): PlannedCall {
    const route = this.#routeOf(request);
    const what = `${request.method.toUpperCase()} ${route?.path ?? bare(request.path)}`;
    return {
      kind: this.#product.kind,
      what,
      as: request.as,
      perform: async () => {
        const { clock, quota } = this.#options;
        const now = clock.now();
        const refused = quota.refuse(what, now);
        if (refused) return { response: refused, points: 0 };
        // What is asked at the same time comes in before the first of it has its answer.
        const answered = await Promise.resolve(this.#perform(request, route, now));
        quota.leave(what);
        return answered;
      },
    };
  }

  #routeOf({ method, path }: RestRequest): KnownRoute | null {
    const wanted = bare(path);
    const matches = ({ method: expected, pattern }: KnownRoute) =>
      expected === method.toLowerCase() && pattern.test(wanted);
    return this.#options.document.routes.find(matches) ?? null;
  }

  #perform(request: RestRequest, route: KnownRoute | null, now: number): Answer {
    let result: RestAnswer;
    try {
      this.#admit(request);
      result = this.#answer(request, route, now);
    } catch (error) {
      if (error instanceof z.ZodError) {
        result = this.#product.refusal(400, z.prettifyError(error), request.path).toAnswer();
      } else if (error instanceof RestRefusal) {
        if (error.isIncomplete) this.#options.incompleteness.add(error.message);
        result = error.toAnswer();
      } else throw error;
    }
    const points = pointsOf(result);
    const headers = { ...this.#options.quota.spend(points, now), date: new Date(now).toUTCString() };
    return { response: jsonResponse(result.status, result.body, headers), points };
  }

  /** @throws RestRefusal for an account that the site does not know, or that may not use the product. */
  #admit({ accountId, path }: RestRequest): void {
    if (accountId === null) return;
    const { kind, name } = this.#product;
    const person = this.#options.site.findPerson(accountId);
    if (!person) {
      throw this.#product.refusal(401, 'Client must be authenticated to access this resource.', path);
    }
    if (person.products?.includes(kind) === false) {
      throw this.#product.refusal(403, `Current user not permitted to use ${name}`, path);
    }
  }

  #answer(request: RestRequest, route: KnownRoute | null, now: number): RestAnswer {
    const { incompleteness, scopes } = this.#options;
    const { modelled, name, removed } = this.#product;
    const gone = removed.find(({ path }) => path === bare(request.path));
    if (gone) throw this.#product.refusal(410, gone.message, request.path);
    if (!route) return this.#product.unknownPath(request.path);
    const alternatives = route.scopes;
    const isGranted = alternatives.some((needed) => needed.every((scope) => scopes.has(scope)));
    if (alternatives.length > 0 && !isGranted) {
      return answer({ code: 401, message: 'Unauthorized; scope does not match' }, { status: 401 });
    }
    const found = modelled.find((candidate) => same(candidate, route));
    if (!found) {
      incompleteness.add(
        `${route.method.toUpperCase()} ${route.path} is part of ${name}'s API, but the sandbox does not model it.`,
      );
      throw this.#product.refusal(501, 'The sandbox does not model this operation.', request.path);
    }
    return found.operation(this.#validated(request, route, found.operationId, now));
  }

  #validated(request: RestRequest, route: KnownRoute, operationId: string, now: number): RestCall<Viewer> {
    const { method, path, headers, body, accountId } = request;
    const { document, site } = this.#options;
    const { validator } = route;
    const raw = { method, path, headers: { ...headers }, ...(body === null ? {} : { body }) };
    const operation = validator.router.getOperation(operationId);
    if (!operation) throw new Error(`The validator does not know the operation ${operationId}.`);
    const { valid, errors, coerced } = validator.validator.validateRequest(raw, operation);
    if (!valid && document.official) {
      const problems = (errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`.trim());
      throw this.#product.refusal(400, problems.join('; ') || 'The request is not valid.', path);
    }
    const parsed = validator.router.parseRequest(coerced ?? raw, operation);
    return {
      site,
      viewer: this.#product.viewerOf(site, accountId),
      path: z.record(z.string(), z.coerce.string()).parse(parsed.params),
      query: record.parse(parsed.query),
      body: z.unknown().parse(parsed.requestBody),
      today: new Date(now).toISOString().slice(0, 10),
      now,
    };
  }
}
