import path from 'node:path';
import { createSandbox } from '../../sandbox/index';
import type { Sandbox } from '../../sandbox/api';

const PROJECT_ROOT = path.resolve(__dirname, '../..');

/** A site in memory with the app as it is deployed, installed. Close it with `close()`. */
export async function installedSite(): Promise<Sandbox> {
  const sandbox = await createSandbox({
    directory: null,
    backend: path.join(PROJECT_ROOT, 'dist/backend/index.cjs'),
    manifest: path.join(PROJECT_ROOT, 'manifest.yml'),
  });
  await sandbox.deliver('avi:forge:installed:app');
  return sandbox;
}
