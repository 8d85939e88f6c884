import { execFile } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildWhenChanged, PROJECT_ROOT } from './inputs';
import type { BuildPlan, BuildResult } from './inputs';

const plan: BuildPlan = {
  name: 'ui',
  inputs: ['static/ui', 'src/contract', 'locales', 'manifest.yml', 'tsconfig.base.json'],
  output: 'static/ui/dist',
  ignore: ['static/ui/dist'],
};

/** Vite runs in a process of its own: inside tsx its manifest plugin fails (https://github.com/vitejs/vite/pull/22490). */
async function bundleInto(output: string): Promise<void> {
  const staged = path.join(PROJECT_ROOT, `.cache/ui-${process.pid}`);
  const vite = path.join(PROJECT_ROOT, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', 'static/ui', '--logLevel', 'warn', '--outDir', staged, '--emptyOutDir'];
  const env = { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
  try {
    await promisify(execFile)(process.execPath, args, { cwd: PROJECT_ROOT, env });
    await mkdir(path.dirname(output), { recursive: true });
    await rm(output, { recursive: true, force: true });
    await rename(staged, output);
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/**
 * Builds the Custom UI into `static/ui/dist`, with Vite's manifest of chunks beside the pages.
 * @throws when a source does not compile.
 */
export function buildUi(): Promise<BuildResult> {
  return buildWhenChanged(plan, bundleInto);
}
