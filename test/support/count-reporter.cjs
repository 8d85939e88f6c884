const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

/** How many there were of one thing: numbers are added up, names count once. */
function total(notes) {
  const numbers = notes.filter(({ more }) => typeof more === 'number');
  const names = new Set(notes.filter(({ more }) => typeof more === 'string').map(({ more }) => more));
  return numbers.reduce((sum, { more }) => sum + more, names.size);
}

/** `crash cuts: 12 (libSQL 6, MariaDB 6)`: by engine where there is more than one. */
function part(what, notes) {
  const engines = [...new Set(notes.map(({ engine }) => engine))].sort();
  const byEngine = engines.map((name) => `${name} ${total(notes.filter(({ engine }) => engine === name))}`);
  return `${what}: ${total(notes)}${engines.length > 1 ? ` (${byEngine.join(', ')})` : ''}`;
}

/**
 * Prints the outcome of the whole run as its last line: `N passed, N failed`, and what was skipped if anything was.
 * Before it stands what the tests that ran have covered, as they noted it (`covered.ts`). Jest's own summary comes
 * after every reporter, so both wait for the end of the process.
 */
module.exports = class CountReporter {
  /** A run within a test has a folder of its own, so that what mutants do counts for nothing. */
  onRunStart() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'countersign-covered-'));
    this.file = path.join(this.folder, 'notes.jsonl');
    writeFileSync(this.file, '');
    process.env.COUNTERSIGN_COVERED = this.file;
  }

  onRunComplete(_contexts, results) {
    // A file that could not be loaded has no failed tests of its own, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const skippedPart = skipped > 0 ? `, ${skipped} skipped` : '';
    const covered = this.covered();
    process.once('exit', () =>
      process.stdout.write(`${covered}${results.numPassedTests} passed, ${failed} failed${skippedPart}\n`),
    );
  }

  covered() {
    const lines = readFileSync(this.file, 'utf8').split('\n').filter(Boolean);
    rmSync(this.folder, { recursive: true });
    const notes = lines.map((line) => JSON.parse(line));
    const kinds = [...new Set(notes.map(({ what }) => what))].sort();
    const parts = kinds.map((kind) => `  ${part(kind, notes.filter(({ what }) => what === kind))}\n`); // prettier-ignore
    return parts.length === 0 ? '' : `\nCovered by this run\n${parts.join('')}`;
  }
};
