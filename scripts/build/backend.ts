import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { getEntryPoints, getNodeBundler } from '@forge/bundler';
import { ConfigFile, FileSystemReader, FileSystemWriter, NullLogger } from '@forge/cli-shared';
import { buildWhenChanged, PROJECT_ROOT } from './inputs';
import type { BuildPlan, BuildResult } from './inputs';

const plan: BuildPlan = {
  name: 'backend',
  inputs: ['src', 'locales', 'manifest.yml', 'tsconfig.json', 'tsconfig.base.json'],
  output: 'dist/backend',
};

/** The platform adds its runtime wrapper when it deploys; nothing here needs it. */
const noScript = () => Promise.resolve({ script: '', source: 'none', version: 'none' });
const noWrapper = { getNodeRuntimeWrapper: noScript, getNodeRuntimeLoader: noScript };

async function bundleInto(output: string): Promise<void> {
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const bundler = getNodeBundler(NullLogger, noWrapper, config);
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const { outputDir } = await bundler.bundle({ appDirectory: PROJECT_ROOT, entryPoints });
  const staged = `${output}.${process.pid}`;
  await mkdir(path.dirname(output), { recursive: true });
  await cp(outputDir, staged, { recursive: true });
  await rm(output, { recursive: true, force: true });
  await rename(staged, output);
  await rm(outputDir, { recursive: true, force: true });
}

/**
 * Builds `dist/backend/index.cjs` with the platform's own bundler, which also checks the types.
 * @throws with the compiler's messages.
 */
export async function buildBackend(): Promise<BuildResult & { readonly bundle: string }> {
  const result = await buildWhenChanged(plan, bundleInto);
  return { ...result, bundle: path.join(result.output, 'index.cjs') };
}
