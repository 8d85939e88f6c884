/** What a route's `:name` segments matched, decoded. */
export type RouteParams = Readonly<Record<string, string>>;

export type RouteHandler = (request: Request, params: RouteParams) => Response | Promise<Response>;

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handle: RouteHandler;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function match(route: Route, segments: readonly string[]): RouteParams | null {
  const isOpenEnded = route.segments.at(-1) === '*';
  if (isOpenEnded ? segments.length < route.segments.length : segments.length !== route.segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of route.segments.entries()) {
    const actual = decode(segments[index] ?? '');
    if (actual === null) return null;
    if (expected === '*') {
      params['rest'] = segments.slice(index).map(decode).join('/');
    } else if (expected.startsWith(':')) {
      params[expected.slice(1)] = actual;
    } else if (expected !== actual) {
      return null;
    }
  }
  return params;
}

/** Routes by method and path; `:name` takes one segment, a final `*` takes the rest as `rest`. */
export class Router {
  readonly #routes: Route[] = [];

  on(method: 'GET' | 'POST' | 'DELETE', path: string, handle: RouteHandler): this {
    this.#routes.push({ method, segments: path.split('/').slice(1), handle });
    return this;
  }

  /** The answer of the first route that matches; null when no path matches, 405 when only the method does not. */
  async answer(request: Request): Promise<Response | null> {
    const segments = new URL(request.url).pathname.split('/').slice(1);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    let pathIsKnown = false;
    for (const route of this.#routes) {
      const params = match(route, segments);
      if (params === null) continue;
      pathIsKnown = true;
      if (route.method === method) return route.handle(request, params);
    }
    return pathIsKnown ? new Response('Method not allowed', { status: 405 }) : null;
  }
}
