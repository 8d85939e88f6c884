import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Bred } from './breed';
import type { Suite } from './mutants';

const ROOT = path.resolve(__dirname, '../..');
const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');
const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/** How the tests went: a suite that could not run has told nothing. */
export interface Findings {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs the suites against a bred back end, in a process of their own.
 *
 * @throws Error when they could not be run
 */
export async function examine({ backend, manifest }: Bred, suites: readonly Suite[]): Promise<Findings> {
  const output = path.join(path.dirname(backend), 'report.json');
  const args = [
    ...[JEST, '--runTestsByPath', ...new Set(suites.map((suite) => suite.path))],
    ...['--selectProjects', ...new Set(suites.map((suite) => suite.project))],
    ...['--testNamePattern', suites.map(({ tests }) => `(${tests})`).join('|')],
    ...['--json', '--outputFile', output, '--silent'],
  ];
  const env = { ...process.env, COUNTERSIGN_TEST_BACKEND: backend, COUNTERSIGN_TEST_MANIFEST: manifest };
  const errors = await new Promise<string>((resolve) => {
    // Failing tests end jest with 1, which is what is hoped for here.
    execFile(process.execPath, args, { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 }, (_error, _stdout, stderr) => {
      resolve(stderr);
    });
  });
  const text = await readFile(output, 'utf8').catch(() => null);
  if (text === null) throw new Error(`The tests did not run:\n${errors.slice(-2_000)}`);
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = report.parse(JSON.parse(text));
  if (numFailedTests === 0 && numRuntimeErrorTestSuites > 0)
    throw new Error(`A test file could not be run:\n${errors.slice(-2_000)}`);
  return { passed: numPassedTests, failed: numFailedTests };
}
