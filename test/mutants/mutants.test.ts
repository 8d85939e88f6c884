import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { covered } from '../support/covered';
import { breed } from './breed';
import { examine } from './examine';
import { MUTANTS } from './mutants';

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-mutants-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the app without a fault passes what the mutants are examined with', async () => {
  const findings = await examine(
    await breed(null, path.join(folder, 'sound')),
    MUTANTS.map((mutant) => mutant.suite),
  );
  expect(findings).toMatchObject({ failed: 0 });
  expect(findings.passed).toBeGreaterThan(MUTANTS.length);
}, 180_000);

test.each(MUTANTS.map((mutant, index) => ({ ...mutant, mutant, index })))(
  'the tests notice when $fault',
  async ({ mutant, index }) => {
    const bred = await breed(mutant, path.join(folder, String(index)));
    const { failed } = await examine(bred, [mutant.suite]);
    expect(failed).toBeGreaterThan(0);
    covered('mutants', mutant.fault);
  },
  120_000,
);
