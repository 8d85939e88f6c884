import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { I18N_BUNDLE_FOLDER_NAME, I18N_INFO_FILE_NAME } from '@forge/i18n';
import { contentSecurityPolicy, withBridge } from './documents';
import type { ResourceFile, Surfaces } from '../surfaces';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Absolute place of a resource's file; null outside its folder. */
function locate(surfaces: Surfaces, { resource, file }: ResourceFile): string | null {
  const folder = surfaces.folders.get(resource);
  if (folder === undefined || file.includes('\0')) return null;
  const location = path.resolve(folder, file);
  return location.startsWith(folder + path.sep) ? location : null;
}

/** A resource's file; null when it does not exist or is empty. */
export async function readResource(surfaces: Surfaces, wanted: ResourceFile): Promise<Buffer | null> {
  const location = locate(surfaces, wanted);
  const content = location === null ? null : await readFile(location).catch(() => null);
  return content === null || content.byteLength === 0 ? null : content;
}

function translations(surfaces: Surfaces, file: string): Response | null {
  const [folder, name] = file.split('/', 2);
  if (folder !== I18N_BUNDLE_FOLDER_NAME || name === undefined) return null;
  const headers = { 'cache-control': 'no-store' };
  if (name === I18N_INFO_FILE_NAME) {
    const config = { locales: surfaces.locales, fallback: surfaces.localeFallback };
    return Response.json({ translations: {}, config }, { headers });
  }
  const content = surfaces.readTranslations(name.replace(/\.json$/u, ''));
  const status = content === null ? 404 : 200;
  return new Response(content, { status, headers: { ...headers, 'content-type': 'application/json' } });
}

/** A file of the app as the platform's content network serves it; null when there is none. */
export async function serveResource(
  surfaces: Surfaces,
  wanted: ResourceFile,
  siteOrigin: string,
): Promise<Response | null> {
  const translated = translations(surfaces, wanted.file);
  if (translated !== null) return translated;
  const content = await readResource(surfaces, wanted);
  if (content === null) return null;
  const extension = path.extname(wanted.file).toLowerCase();
  const headers = {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (extension !== '.html') return new Response(new Uint8Array(content), { headers });
  const html = content.toString('utf8');
  return new Response(withBridge(html, siteOrigin), {
    headers: {
      ...headers,
      'content-security-policy': contentSecurityPolicy(html, surfaces.permissions, siteOrigin),
    },
  });
}
