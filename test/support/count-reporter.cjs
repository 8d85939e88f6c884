/**
 * Prints the outcome of the whole run as its last line: `N passed, N failed`, and what was skipped if anything was.
 * Jest's own summary comes after every reporter, so the line waits for the end of the process.
 */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    // A file that could not be loaded has no failed tests of its own, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const skippedPart = skipped > 0 ? `, ${skipped} skipped` : '';
    process.once('exit', () =>
      process.stdout.write(`${results.numPassedTests} passed, ${failed} failed${skippedPart}\n`),
    );
  }
};
