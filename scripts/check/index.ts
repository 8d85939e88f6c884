import { spawnSync } from 'node:child_process';

/** Every check by its npm script, quick ones first: the first that fails ends the run. */
const CHECKS = ['format:check', 'types', 'lint', 'deps', 'dead-code', 'locales', 'official', 'budgets'] as const;

function runScript(script: string): boolean {
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
  return status === 0;
}

for (const [index, check] of CHECKS.entries()) {
  const started = Date.now();
  console.log(`\n▸ ${check} (${index + 1} of ${CHECKS.length})`);
  if (!runScript(check)) {
    console.error(`\n✖ check failed at: ${check} (again: npm run ${check})`);
    process.exit(1);
  }
  console.log(`✔ ${check}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
console.log(`\n✔ all ${CHECKS.length} checks passed`);
