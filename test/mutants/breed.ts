import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Mutant } from './mutants';

const ROOT = path.resolve(__dirname, '../..');

/** Where a mutant was built. */
export interface Bred {
  readonly backend: string;
  readonly manifest: string;
}

/** @throws Error when the place of the fault is no longer there: the mutant would prove nothing */
function faulty(source: string, { from, to, file, fault }: Mutant): string {
  const changed = source.replace(from, () => to);
  if (changed === source) throw new Error(`"${fault}" finds nothing to change in ${file}`);
  return changed;
}

/**
 * Builds the back end with the fault in it, or as it is for null, into the folder. With esbuild alone: the platform's
 * bundler would take far longer and refuse what does not pass the type check.
 */
export async function breed(mutant: Mutant | null, folder: string): Promise<Bred> {
  await mkdir(folder, { recursive: true });
  const bred = { backend: path.join(folder, 'index.cjs'), manifest: path.join(folder, 'manifest.yml') };
  const read = async (file: string) => {
    const source = await readFile(path.join(ROOT, file), 'utf8');
    return mutant?.file === file ? faulty(source, mutant) : source;
  };
  await writeFile(bred.manifest, await read('manifest.yml'));
  let isChanged = mutant === null || mutant.file === 'manifest.yml';
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/index.ts'],
    outfile: bred.backend,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'fault',
        setup: (bundler) => {
          // esbuild reads the filter as a Go expression, which knows no flags.
          bundler.onLoad({ filter: new RegExp(String.raw`[\\/]src[\\/].*\.ts$`) }, async ({ path: location }) => {
            const file = path.relative(ROOT, location).replaceAll('\\', '/');
            if (file.startsWith('node_modules/')) return undefined;
            isChanged ||= file === mutant?.file;
            return { contents: await read(file), loader: 'ts' };
          });
        },
      },
    ],
  });
  if (!isChanged) throw new Error(`The back end does not contain ${mutant?.file ?? ''}`);
  return bred;
}
