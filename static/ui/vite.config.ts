import { readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { parse } from 'yaml';
import { z } from 'zod';

const manifestResources = z.object({
  resources: z.array(z.object({ key: z.string(), entry: z.record(z.string(), z.string()).optional() })),
});

/** One page per entry that the manifest names, so that both always agree. */
function entryPages(): Record<string, string> {
  const manifest = manifestResources.parse(parse(readFileSync(path.resolve(__dirname, '../../manifest.yml'), 'utf8')));
  const entries = manifest.resources.flatMap(({ entry }) => Object.entries(entry ?? {}));
  return Object.fromEntries(entries.map(([name, file]) => [name, path.resolve(__dirname, file)]));
}

export default defineConfig({
  root: __dirname,
  // The platform serves the pages from an address known only when it does.
  base: './',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome124', 'edge124', 'firefox125', 'safari17.4'],
    // The content security policy refuses fonts from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: entryPages() },
  },
});
