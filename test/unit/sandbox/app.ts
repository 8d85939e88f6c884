import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sandbox, SandboxOptions } from '../../../sandbox/api';
import { createSandbox } from '../../../sandbox/index';

export interface SmallApp {
  /** Another sandbox with the same app; close it. */
  open(options?: Partial<SandboxOptions>): Promise<Sandbox>;
  /** A folder that goes with the app. */
  readonly folder: string;
  remove(): void;
}

/** An app of a few lines, as the bundler would leave it, with its manifest. */
export function smallApp(backend: string, manifest: string): SmallApp {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-app-'));
  const files = { backend: path.join(folder, 'index.cjs'), manifest: path.join(folder, 'manifest.yml') };
  writeFileSync(files.backend, backend);
  writeFileSync(files.manifest, manifest);
  return {
    folder,
    open: (options = {}) => createSandbox({ directory: null, ...files, ...options }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The lines that the app wrote to its log in the runs of one function, each parsed as JSON. */
export function logged(sandbox: Sandbox, name: string): readonly unknown[] {
  const runs = sandbox.meter.invocations().filter((invocation) => invocation.name === name);
  return runs.flatMap(({ log }) => log).map((line) => JSON.parse(line.replace(/^\w+ /u, '')) as unknown);
}
