import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { seedSample } from './sample/feedback';
import type { Sandbox } from './api';

const installationMark = z.object({ backend: z.string().nullable() });
const ownerMark = z.object({ process: z.int() });

/** Where the app's installation stands: never finished, of another version of the back end, or as it should be. */
export type InstallationState = 'missing' | 'outdated' | 'current';

async function readMark<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema> | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : schema.parse(JSON.parse(text));
}

async function fingerprint(bundle: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(bundle))
    .digest('hex');
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/** The sandbox's folder: one process at a time works in it, and a mark says whether the app's installation was finished. */
export class StateFolder {
  readonly #directory: string;
  readonly #installation: string;
  readonly #owner: string;

  constructor(directory: string) {
    this.#directory = directory;
    this.#installation = path.join(directory, 'installation.json');
    this.#owner = path.join(directory, 'owner.json');
  }

  /** @throws Error when another sandbox works in the folder, or when the folder is not a sandbox's. */
  async take(): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const owner = await readMark(this.#owner, ownerMark);
    if (owner !== null && owner.process !== process.pid && isAlive(owner.process)) {
      throw new Error(
        `Another sandbox works in ${this.#directory}: stop process ${owner.process}, or give another folder with --state.`,
      );
    }
    const contents = (await readdir(this.#directory)).filter((name) => name !== path.basename(this.#owner));
    const isForeign = contents.length > 0 && (await this.#mark()) === null;
    if (isForeign) throw new Error(`${this.#directory} is not a sandbox's folder: give an empty one with --state.`);
    await writeFile(this.#owner, JSON.stringify({ process: process.pid }));
  }

  async release(): Promise<void> {
    await rm(this.#owner, { force: true });
  }

  async inspect(bundle: string): Promise<InstallationState> {
    const mark = await this.#mark();
    if (typeof mark?.backend !== 'string') return 'missing';
    return mark.backend === (await fingerprint(bundle)) ? 'current' : 'outdated';
  }

  /** Empties the folder, which `take` has found to be a sandbox's. */
  async clear(): Promise<void> {
    await writeFile(this.#installation, JSON.stringify({ backend: null }));
    const kept = new Set([path.basename(this.#installation), path.basename(this.#owner)]);
    for (const name of await readdir(this.#directory)) {
      if (!kept.has(name)) await rm(path.join(this.#directory, name), { recursive: true, force: true });
    }
  }

  async markInstalled(bundle: string): Promise<void> {
    await writeFile(this.#installation, JSON.stringify({ backend: await fingerprint(bundle) }));
  }

  #mark() {
    return readMark(this.#installation, installationMark);
  }
}

/**
 * Delivers what the platform would: the installation with the sample's feedback after it, or the upgrade.
 * @throws Error when one of the app's functions fails.
 */
export async function bringUpToDate(sandbox: Sandbox, state: InstallationState): Promise<void> {
  if (state === 'missing') {
    await sandbox.deliver('avi:forge:installed:app');
    await seedSample(sandbox);
  } else if (state === 'outdated') {
    await sandbox.deliver('avi:forge:upgraded:app');
  }
  sandbox.meter.reset();
}
