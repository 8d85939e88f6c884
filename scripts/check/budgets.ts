import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { buildUi } from '../build/ui';

/** What a page may load before it shows anything, gzipped, in KB of 1,000 bytes. */
const BUDGET_KB = { javascript: 160, css: 40 };

const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().optional(),
  imports: z.array(z.string()).optional(),
  css: z.array(z.string()).optional(),
});
const viteManifest = z.record(z.string(), chunk);
type Chunks = z.output<typeof viteManifest>;

interface EntrySize {
  readonly entry: string;
  readonly javascript: number;
  readonly css: number;
}

/** The entry and everything it imports statically; what comes later by `import()` does not count. */
function reachable(chunks: Chunks, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  chunks[name]?.imports?.forEach((imported) => reachable(chunks, imported, seen));
  return seen;
}

function gzippedKilobytes(directory: string, files: Iterable<string>): number {
  const sizes = [...new Set(files)].map((file) => gzipSync(readFileSync(path.join(directory, file))).byteLength);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

function measure(directory: string, chunks: Chunks, entry: string): EntrySize {
  const loaded = [...reachable(chunks, entry)].flatMap((name) => chunks[name] ?? []);
  return {
    entry,
    javascript: gzippedKilobytes(
      directory,
      loaded.map(({ file }) => file),
    ),
    css: gzippedKilobytes(
      directory,
      loaded.flatMap(({ css = [] }) => css),
    ),
  };
}

function row(entry: string, javascript: string, css: string): string {
  return `${entry.padEnd(28)}${javascript.padStart(16)}${css.padStart(12)}`;
}

async function main(): Promise<number> {
  const { output } = await buildUi();
  const chunks = viteManifest.parse(JSON.parse(readFileSync(path.join(output, '.vite/manifest.json'), 'utf8')));
  const entries = Object.keys(chunks).filter((name) => chunks[name]?.isEntry === true);
  const sizes = entries.map((entry) => measure(output, chunks, entry));
  console.log(row('initial load, gzipped', 'JavaScript', 'CSS'));
  sizes.forEach(({ entry, javascript, css }) =>
    console.log(row(entry, `${javascript.toFixed(1)} KB`, `${css.toFixed(1)} KB`)),
  );
  console.log(row('budget', `${BUDGET_KB.javascript} KB`, `${BUDGET_KB.css} KB`));
  const over = sizes.filter(({ javascript, css }) => javascript > BUDGET_KB.javascript || css > BUDGET_KB.css);
  over.forEach(({ entry }) => console.error(`${entry} loads more than its budget`));
  return over.length === 0 && sizes.length > 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
