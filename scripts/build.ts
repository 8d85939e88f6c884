import path from 'node:path';
import { buildBackend } from './build/backend';
import { PROJECT_ROOT } from './build/inputs';
import { buildUi } from './build/ui';

const builds = { backend: buildBackend, ui: buildUi };
const wanted = process.argv.slice(2);

function isBuild(name: string): name is keyof typeof builds {
  return Object.hasOwn(builds, name);
}

async function main(): Promise<number> {
  const unknown = wanted.find((name) => !isBuild(name));
  if (unknown !== undefined) {
    console.error(`Unknown build "${unknown}": give "backend", "ui" or nothing for both.`);
    return 2;
  }
  for (const name of wanted.length === 0 ? Object.keys(builds) : wanted) {
    if (!isBuild(name)) continue;
    const started = performance.now();
    const { built, output } = await builds[name]();
    const how = built ? `built in ${((performance.now() - started) / 1000).toFixed(1)} s` : 'is up to date';
    console.log(`${path.relative(PROJECT_ROOT, output)} ${how}`);
  }
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
