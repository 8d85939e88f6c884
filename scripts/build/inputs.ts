import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** The project's root, wherever the command was typed. */
export const PROJECT_ROOT = path.resolve(__dirname, '../..');

/** What a build reads and writes, relative to the project's root. */
export interface BuildPlan {
  /** Names the record of the last build. */
  readonly name: string;
  /** Files and folders that the output depends on; those that do not exist count as such. */
  readonly inputs: readonly string[];
  /** The folder the build owns. */
  readonly output: string;
  /** Folders inside the inputs that do not count. */
  readonly ignore?: readonly string[];
}

/** Whether a build had to run, and where its output is. */
export interface BuildResult {
  readonly built: boolean;
  readonly output: string;
}

const record = z.object({ inputs: z.string(), output: z.string() });

async function listFiles(location: string, ignored: ReadonlySet<string>): Promise<string[]> {
  if (ignored.has(location)) return [];
  const found = await stat(location).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [location];
  const names = (await readdir(location)).sort();
  const nested = await Promise.all(names.map((name) => listFiles(path.join(location, name), ignored)));
  return nested.flat();
}

async function hashOf(locations: readonly string[], ignored: readonly string[] = []): Promise<string> {
  const skip = new Set(ignored.map((location) => path.join(PROJECT_ROOT, location)));
  const hash = createHash('sha256').update(process.version);
  for (const location of locations) {
    for (const file of await listFiles(path.join(PROJECT_ROOT, location), skip)) {
      const content = await readFile(file);
      hash.update(`${path.relative(PROJECT_ROOT, file)}\0${content.byteLength}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

async function lastBuild(file: string) {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = record.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/**
 * Runs `build` unless inputs and output are, byte for byte, those of the last success. A failed build leaves no output,
 * so nothing ever runs code older than its sources.
 * @throws what `build` throws.
 */
export async function buildWhenChanged(
  plan: BuildPlan,
  build: (output: string) => Promise<void>,
): Promise<BuildResult> {
  const output = path.join(PROJECT_ROOT, plan.output);
  const recordFile = path.join(PROJECT_ROOT, '.cache/build', `${plan.name}.json`);
  const inputs = await hashOf(['scripts/build', 'package-lock.json', ...plan.inputs], plan.ignore);
  const last = await lastBuild(recordFile);
  if (last?.inputs === inputs && last.output === (await hashOf([plan.output]))) return { built: false, output };

  await rm(recordFile, { force: true });
  try {
    await build(output);
  } catch (error) {
    await rm(output, { recursive: true, force: true });
    throw error;
  }
  await mkdir(path.dirname(recordFile), { recursive: true });
  await writeFile(recordFile, JSON.stringify({ inputs, output: await hashOf([plan.output]) }));
  return { built: true, output };
}
