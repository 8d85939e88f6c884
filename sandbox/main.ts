import path from 'node:path';
import { buildBackend } from '../scripts/build/backend';
import { buildUi } from '../scripts/build/ui';
import { createSandbox } from './index';
import { rehearseImport, runImport } from './cliImport';
import { readCliOptions, USAGE, UsageError } from './cliOptions';
import { startSchedules } from './cliSchedules';
import { bringUpToDate, StateFolder } from './cliState';
import { serve } from './web/server';
import type { Sandbox } from './api';
import type { CliOptions } from './cliOptions';
import type { ServedSite } from './web/server';

const ROOT = path.resolve(__dirname, '..');
const MANIFEST = path.join(ROOT, 'manifest.yml');
const DEFAULT_PORT = 8080;

async function buildApp(): Promise<string> {
  const backend = await buildBackend();
  const ui = await buildUi();
  if (backend.built || ui.built) console.log('The app has been built.');
  return backend.bundle;
}

async function openSandbox(options: CliOptions, folder: StateFolder, bundle: string): Promise<Sandbox> {
  const state = options.fresh ? 'missing' : await folder.inspect(bundle);
  if (state === 'missing') await folder.clear();
  const sandbox = await createSandbox({
    directory: options.stateDirectory,
    backend: bundle,
    manifest: MANIFEST,
    ...(options.sqlUrl !== null && { sqlUrl: options.sqlUrl }),
    ...(options.openApiDirectory !== null && { openApiDirectory: options.openApiDirectory }),
  });
  await bringUpToDate(sandbox, state);
  await folder.markInstalled(bundle);
  sandbox.sqlQuota.set(sandbox.sqlQuota.documented);
  return sandbox;
}

function invitation({ url }: ServedSite, sandbox: Sandbox): string {
  const example = sandbox.site.findIssue('HARBOR-4');
  const lines = [
    `The site is at ${url}`,
    '',
    ...(example === null ? [] : [`  Open     ${url}/browse/${example.key}  ${example.summary}`]),
    `  Browse   ${url}/projects`,
    '  Switch   person, theme and language at the top right',
    `  Measure  ${url}/__sandbox/meter  what each call costs`,
    '  Import   npm start -- --import FILE  a real project',
    '  Stop     Ctrl+C',
    ...sandbox.incomplete().map((sentence) => `\nNote: ${sentence}`),
  ];
  return lines.join('\n');
}

function stopOnSignal(close: () => Promise<void>): void {
  const stop = () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function start(options: CliOptions): Promise<void> {
  const onError = (error: unknown) => console.error(error);
  if (options.importFile !== null) await rehearseImport(options.importFile);
  const bundle = await buildApp();
  const folder = new StateFolder(options.stateDirectory);
  await folder.take();
  const sandbox = await openSandbox(options, folder, bundle);
  if (options.importFile !== null) console.log(await runImport(sandbox, options.importFile));
  const site = await serve(sandbox, {
    manifest: MANIFEST,
    port: options.port ?? DEFAULT_PORT,
    orNextPort: options.port === null,
    onError,
  });
  const stopSchedules = startSchedules(sandbox, onError);
  stopOnSignal(async () => {
    stopSchedules();
    await site.close();
    await sandbox.close();
    await folder.release();
  });
  console.log(invitation(site, sandbox));
}

function explain(error: unknown, options: CliOptions | null): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Port ${options?.port ?? DEFAULT_PORT} is taken: stop what listens there, or give another with --port.`;
  }
  return error.message;
}

async function main(): Promise<void> {
  let options: CliOptions | null = null;
  try {
    options = readCliOptions(process.argv.slice(2), process.env, ROOT);
    if (options.help) console.log(USAGE);
    else await start(options);
  } catch (error) {
    console.error(explain(error, options));
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}

void main();
