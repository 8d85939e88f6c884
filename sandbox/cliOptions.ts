import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface CliOptions {
  /** Exactly this port; null for 8080 or the next free one. */
  readonly port: number | null;
  /** Forget all state first. */
  readonly fresh: boolean;
  /** A file with projects to bring in. */
  readonly importFile: string | null;
  readonly openApiDirectory: string | null;
  /** `mysql://…`, or null for the embedded database. */
  readonly sqlUrl: string | null;
  /** The folder that holds all state. */
  readonly stateDirectory: string;
  readonly help: boolean;
}

/** What was typed cannot be meant; the message says what is possible. */
export class UsageError extends Error {}

export const USAGE = `npm start -- [options]

  --port N        listen on exactly this port (otherwise 8080, or the next free one)
  --fresh         forget the sandbox's state and start over
  --import FILE   bring in a real project: pages of Jira's search as JSON, or the compact form
  --state DIR     keep the state there (otherwise in .sandbox)
  --openapi DIR   folder with Atlassian's OpenAPI documents, to check requests against
  --help          show this

  COUNTERSIGN_OPENAPI   the same as --openapi
  COUNTERSIGN_SQL       mysql://… keeps the app's data on a MariaDB server`;

const OPTIONS = {
  port: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  import: { type: 'string' },
  state: { type: 'string' },
  openapi: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    const [sentence = 'The options cannot be read.'] = (error instanceof Error ? error.message : '').split(/\. |\n/u);
    throw new UsageError(`${sentence}. See npm start -- --help.`);
  }
}

function portOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (/^\d+$/u.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`"${text}" is not a port: give a number from 1 to 65535.`);
}

function openApiDirectoryOf(named: string | undefined, projectRoot: string): string | null {
  if (named === undefined) {
    const beside = path.resolve(projectRoot, '../shared/openapi');
    return existsSync(beside) ? beside : null;
  }
  const directory = path.resolve(named);
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new UsageError(`There is no folder "${named}" with OpenAPI documents.`);
  }
  return directory;
}

/** @throws UsageError when an option is unknown or its value cannot be meant. */
export function readCliOptions(args: readonly string[], env: NodeJS.ProcessEnv, projectRoot: string): CliOptions {
  const values = parse(args);
  const sqlUrl = env['COUNTERSIGN_SQL'] ?? '';
  if (sqlUrl !== '' && !sqlUrl.startsWith('mysql://')) {
    throw new UsageError('COUNTERSIGN_SQL must start with mysql://.');
  }
  const importFile = values.import === undefined ? null : path.resolve(values.import);
  if (importFile !== null && !existsSync(importFile)) {
    throw new UsageError(`There is no file "${values.import ?? ''}" to import.`);
  }
  return {
    port: portOf(values.port),
    fresh: values.fresh,
    importFile,
    openApiDirectory: openApiDirectoryOf(values.openapi ?? env['COUNTERSIGN_OPENAPI'], projectRoot),
    sqlUrl: sqlUrl === '' ? null : sqlUrl,
    stateDirectory: path.resolve(values.state ?? path.join(projectRoot, '.sandbox')),
    help: values.help,
  };
}
