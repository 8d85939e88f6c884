import { bridgeRoutes } from './bridgeRoutes';
import { platformRoutes } from './control/platformRoutes';
import { controlRoutes } from './control/routes';
import { wikiControlRoutes } from './control/wikiRoutes';
import { frameRoutes } from './frameRoutes';
import { failure, seeOther } from './http/answers';
import { BodyTooLarge, sendWebResponse, toWebRequest } from './http/nodeAdapter';
import { pageContextFor } from './siteContext';
import { failed, notFound, siteRoutes } from './siteRoutes';
import { wikiRoutes } from './wiki/wikiRoutes';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientFiles } from './clientBundle';
import type { Router } from './http/router';
import type { SiteContext } from './siteContext';

/** An imported project is the largest thing anybody sends. */
const BODY_LIMIT = 256 * 1024 * 1024;

function wantsPage(request: Request): boolean {
  return request.method === 'GET' && request.headers.get('accept')?.includes('text/html') === true;
}

/** Answers on both origins; whatever names another host is refused, so that no foreign name can be bound to this one. */
export class SiteServer {
  readonly #site: SiteContext;
  readonly #client: ClientFiles;
  readonly #siteRouters: readonly Router[];
  readonly #frameRouter: Router;
  readonly #onError: (error: unknown) => void;

  constructor(site: SiteContext, client: ClientFiles, onError: (error: unknown) => void) {
    this.#site = site;
    this.#client = client;
    this.#siteRouters = [
      siteRoutes(site),
      wikiRoutes(site),
      bridgeRoutes(site),
      controlRoutes(site),
      platformRoutes(site),
      wikiControlRoutes(site),
    ];
    this.#frameRouter = frameRoutes(site);
    this.#onError = onError;
  }

  async handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const response = await this.#answer(incoming).catch((error: unknown) => {
      if (error instanceof BodyTooLarge) return failure(413, 'The body is too large.');
      this.#onError(error);
      return failure(500, 'The sandbox failed; its terminal says why.');
    });
    try {
      await sendWebResponse(response, outgoing, incoming.method !== 'HEAD');
    } catch {
      // The browser went away before it had the whole answer.
      outgoing.destroy();
    }
  }

  async #answer(incoming: IncomingMessage): Promise<Response> {
    const { siteOrigin, frameOrigin } = this.#site;
    const host = incoming.headers.host ?? '';
    const origin = `http://${host}`;
    if (origin === siteOrigin.replace('localhost', '127.0.0.1')) return seeOther(siteOrigin + (incoming.url ?? '/'));
    if (origin !== siteOrigin && origin !== frameOrigin) return failure(421, `This server is ${siteOrigin}.`);
    const request = await toWebRequest(incoming, host, BODY_LIMIT);
    const file = this.#client.get(new URL(request.url).pathname);
    if (file !== undefined && request.method === 'GET') {
      return new Response(file.content, { headers: { 'content-type': file.type, 'cache-control': 'no-cache' } });
    }
    return origin === siteOrigin ? this.#answerOnSite(request) : this.#answerOnFrames(request);
  }

  async #answerOnSite(request: Request): Promise<Response> {
    try {
      for (const router of this.#siteRouters) {
        const response = await router.answer(request);
        if (response !== null) return response;
      }
    } catch (error) {
      if (!wantsPage(request)) throw error;
      this.#onError(error);
      return failed(this.#site, pageContextFor(request, this.#site));
    }
    if (!wantsPage(request)) return failure(404, 'There is nothing here.');
    return notFound(this.#site, pageContextFor(request, this.#site), 'page');
  }

  async #answerOnFrames(request: Request): Promise<Response> {
    return (await this.#frameRouter.answer(request)) ?? new Response('Not found', { status: 404 });
  }
}
