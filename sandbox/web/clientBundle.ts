import { build } from 'esbuild';
import { tokenStyles } from './tokenStyles';

export interface ClientFile {
  readonly type: string;
  readonly content: string;
}

/** Scripts and styles of the site itself, by the path that serves them. */
export type ClientFiles = ReadonlyMap<string, ClientFile>;

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const BUNDLES = [
  { served: '/__site/site.js', entry: require.resolve('./client/site'), type: SCRIPT },
  { served: '/__site/early.js', entry: require.resolve('./client/early'), type: SCRIPT },
  { served: '/__site/site.css', entry: require.resolve('./styles/site.css'), type: STYLE },
  { served: '/__host/bridge.js', entry: require.resolve('./frame/bridge'), type: SCRIPT },
];
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#1868DB"/><path fill="#fff" d="M6 7h9v3H6V7Zm3 5h9v3H9v-3Z"/></svg>';

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome124', 'firefox125', 'safari17.4'],
    charset: 'utf8',
    logLevel: 'silent',
    tsconfigRaw: {},
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Bundles the site's own scripts and styles; takes some tens of milliseconds. */
export async function bundleClient(): Promise<ClientFiles> {
  const files = new Map<string, ClientFile>([
    ['/__site/icon.svg', { type: 'image/svg+xml', content: ICON }],
    ['/__host/tokens.css', { type: STYLE, content: tokenStyles() }],
  ]);
  await Promise.all(
    BUNDLES.map(async ({ served, entry, type }) => files.set(served, { type, content: await bundle(entry) })),
  );
  return files;
}
