import { createServer } from 'node:http';
import { Incompleteness } from '../incompleteness';
import { bundleClient } from './clientBundle';
import { listenFrom, stop } from './http/listen';
import { SiteServer } from './siteServer';
import { readSurfaces } from './surfaces';
import type { Sandbox } from '../api';
import type { SiteContext } from './siteContext';

export interface ServeOptions {
  /** The app's manifest; its resources lie beside it as it says. */
  readonly manifest: string;
  /** 0 for any free one. */
  readonly port: number;
  /** When the port is taken: the next free one instead of an error (default false). */
  readonly orNextPort?: boolean;
  /** Told of failures inside the sandbox; they never reach the browser. */
  readonly onError?: (error: unknown) => void;
}

export interface ServedSite {
  /** Where people go, for example `http://localhost:8080`. */
  readonly url: string;
  /** Where the app's frames come from: another origin, as on the platform. */
  readonly frameUrl: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the site on the loopback interface, and the app's frames on the next free port: another origin, but the same
 * site, since browsers that block third-party storage would take the frame's away.
 * @throws Error with code EADDRINUSE when the port is taken.
 */
export async function serve(sandbox: Sandbox, options: ServeOptions): Promise<ServedSite> {
  const surfaces = readSurfaces(options.manifest);
  const client = await bundleClient();
  const siteListener = createServer();
  const frameListener = createServer();
  const port = await listenFrom(siteListener, options.port, options.orNextPort === true ? 50 : 1);
  const framePort = await listenFrom(frameListener, options.port === 0 ? 0 : port + 1);
  const site: SiteContext = {
    sandbox,
    surfaces,
    siteOrigin: `http://localhost:${port}`,
    frameOrigin: `http://localhost:${framePort}`,
    incompleteness: new Incompleteness(),
    violations: new Set(),
  };
  const siteServer = new SiteServer(site, client, options.onError ?? (() => undefined));
  for (const listener of [siteListener, frameListener]) {
    listener.on('request', (incoming, outgoing) => void siteServer.handle(incoming, outgoing));
  }
  return {
    url: site.siteOrigin,
    frameUrl: site.frameOrigin,
    port,
    close: async () => {
      await Promise.all([stop(siteListener), stop(frameListener)]);
    },
  };
}
