import { fork } from 'node:child_process';

/** Half of what the manifest gives the function; the site lives in it as well. */
export const HEAP_MEGABYTES = 128;

/**
 * Runs a program of the benchmarks as a process of its own, `measure` with the heap that the app may have.
 *
 * @returns the last thing that it sent, if it sent any
 */
export function runAlone<Figures>(
  program: string,
  [what, ...more]: readonly ['prepare' | 'measure', ...string[]],
): Promise<Figures | null> {
  const heap = what === 'measure' ? [`--max-old-space-size=${HEAP_MEGABYTES}`] : [];
  const execArgv = [...process.execArgv, ...heap];
  return new Promise((done, fail) => {
    let figures: Figures | null = null;
    const child = fork(program, [what, ...more], { execArgv });
    child.on('message', (sent: Figures) => (figures = sent));
    child.once('exit', (code) => (code === 0 ? done(figures) : fail(new Error(`${what} ended with ${code}`))));
  });
}

/** What such a program does: `prepare FOLDER …` makes a site, `measure FOLDER …` sends figures. */
export function serveAlone(ways: {
  readonly prepare: (directory: string, more: readonly string[]) => Promise<void>;
  readonly measure: (directory: string, more: readonly string[]) => Promise<unknown>;
}): void {
  const [what = '', directory = '', ...more] = process.argv.slice(2);
  const work =
    what === 'prepare'
      ? ways.prepare(directory, more)
      : ways.measure(directory, more).then((figures) => void process.send?.(figures));
  work
    .catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    })
    .finally(() => process.disconnect());
}
