import { fork } from 'node:child_process';
import { BENCHES } from './benches';
import { heading } from './support/report';

/** Each benchmark has a process of its own, so that none finds the memory and the caches of the one before. */
function runAlone(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    fork(__filename, [name]).once('exit', (code) => resolve(code === 0));
  });
}

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0) {
    console.error(`No benchmark "${unknown.join('", "')}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    return 2;
  }
  const names = wanted.length === 0 ? Object.keys(BENCHES) : wanted;
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0) {
    const { title, run } = await (BENCHES[only]?.() ?? Promise.reject(new Error(`"${only}" cannot be loaded`)));
    console.log(heading(`${only}: ${title}`));
    await run((line) => console.log(line));
    return 0;
  }
  let failures = 0;
  for (const name of names) failures += (await runAlone(name)) ? 0 : 1;
  return failures === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
