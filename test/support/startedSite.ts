import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProcedureResult } from '../../src/contract/errors';
import type { ProcedureName, ProcedureOutputs, ProcedurePayload } from '../../src/contract/procedures';
import { freePort } from './freePort';
import { moduleOf } from './procedureModules';

const ROOT = path.resolve(__dirname, '../..');
const START_LIMIT = 90_000;

/** The site in a process of its own, as `npm start` runs it. */
export interface StartedSite {
  readonly url: string;
  /** Calls a procedure through the control API; null when no answer came. */
  readonly call: <Name extends ProcedureName>(
    name: Name,
    payload: ProcedurePayload<Name>,
    as: string,
  ) => Promise<ProcedureResult<ProcedureOutputs[Name]> | null>;
  /** Ends the process as `kill -9` does: nothing of it runs any more. */
  readonly kill: () => Promise<void>;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/__sandbox/incomplete`)).ok;
  } catch {
    return false;
  }
}

async function untilReady(site: ChildProcess, url: string, output: readonly string[]): Promise<void> {
  const deadline = Date.now() + START_LIMIT;
  while (!(await answers(url))) {
    if (site.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The site did not start:\n${output.join('').slice(-2_000)}`);
    }
    await pause(100);
  }
}

function isAnswer<T>(value: unknown): value is { readonly value: ProcedureResult<T> } {
  return typeof value === 'object' && value !== null && 'value' in value;
}

/** Starts the site with its state in the folder; the caller has to end it with `kill`. */
export async function startSite(stateDirectory: string): Promise<StartedSite> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // One process instead of npm and tsx around it: what is killed is the site itself.
  const args = ['--import', 'tsx', 'sandbox/main.ts', '--port', String(port), '--state', stateDirectory];
  const env = { ...process.env, TSX_TSCONFIG_PATH: 'sandbox/tsconfig.json' };
  const site = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [site.stdout, site.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
  const atExit = () => site.kill('SIGKILL');
  process.once('exit', atExit);

  const kill = async () => {
    process.removeListener('exit', atExit);
    if (site.exitCode !== null || site.signalCode !== null) return;
    const ended = once(site, 'exit');
    site.kill('SIGKILL');
    await ended;
  };
  const call: StartedSite['call'] = async (procedure, payload, accountId) => {
    const request = fetch(`${url}/__sandbox/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ moduleKey: moduleOf(procedure), procedure, payload, accountId }),
    });
    const body: unknown = await request.then((answer) => answer.json()).catch(() => null);
    if (body === null) return null;
    if (!isAnswer<ProcedureOutputs[typeof procedure]>(body)) throw new Error(`${procedure}: ${JSON.stringify(body)}`);
    return body.value;
  };
  try {
    await untilReady(site, url, output);
  } catch (error) {
    await kill();
    throw error;
  }
  return { url, call, kill };
}
