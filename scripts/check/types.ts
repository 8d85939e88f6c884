import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
/** Each part has a configuration of its own. */
const PARTS = ['.', 'static/ui', 'sandbox', 'scripts', 'test', 'bench'] as const;

/** Only what changed since the last run is checked anew; what is known of the rest is kept in `.cache`. */
function check(part: string): boolean {
  const known = path.join('.cache/types', `${part.replaceAll(/[./]/gu, '_')}.tsbuildinfo`);
  const options = ['-p', part, '--noEmit', '--incremental', '--tsBuildInfoFile', known];
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [compiler, ...options], { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

process.exitCode = PARTS.every(check) ? 0 : 1;
