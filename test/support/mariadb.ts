import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from './freePort';
import { requireProgram } from './programs';

const START_LIMIT_MS = 60_000;

export interface MariaDb {
  /** `mysql://…` without a database name. */
  readonly url: string;
  stop(): Promise<void>;
}

async function answers(url: string): Promise<boolean> {
  try {
    const connection = await createConnection(url);
    await connection.end();
    return true;
  } catch {
    return false;
  }
}

function hasEnded(daemon: ChildProcess): boolean {
  return daemon.exitCode !== null || daemon.signalCode !== null;
}

async function untilReady(daemon: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (hasEnded(daemon) || Date.now() > deadline) {
      throw new Error(`MariaDB did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
    }
    await pause(100);
  }
}

/** Runs `abandon` when this process ends before it could stop what it started; returns how to take that back. */
function abandonAtTheEnd(abandon: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    abandon();
    // The handler is gone by now: the signal does what it would have done without it.
    process.kill(process.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  process.once('exit', abandon);
  signals.forEach((signal) => process.once(signal, onSignal));
  return () => {
    process.off('exit', abandon);
    signals.forEach((signal) => process.off(signal, onSignal));
  };
}

/**
 * A MariaDB of its own in a temporary folder, listening on the loopback only. Without grant tables: nothing in it
 * outlives the run, and an empty folder is then all it needs to start.
 */
export async function startMariaDb(): Promise<MariaDb> {
  const program = requireProgram({
    names: ['mariadbd', 'mysqld'],
    alsoIn: ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/opt/mariadb/bin'],
    debianPackage: 'mariadb-server-core',
    howToInstall:
      'The integration tests need MariaDB: install it (Debian: apt-get install mariadb-server-core, macOS: brew install mariadb) or set COUNTERSIGN_TEST_SQL=mysql://user:password@host:port of a server for tests.',
  });
  const directory = mkdtempSync(path.join(tmpdir(), 'countersign-mariadb-'));
  const log = path.join(directory, 'error.log');
  mkdirSync(path.join(directory, 'data'));
  const port = await freePort();
  const daemon = spawn(
    program,
    [
      '--no-defaults',
      `--datadir=${path.join(directory, 'data')}`,
      `--socket=${path.join(directory, 'socket')}`,
      `--pid-file=${path.join(directory, 'pid')}`,
      `--log-error=${log}`,
      `--user=${userInfo().username}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-grant-tables',
      '--skip-name-resolve',
      '--default-time-zone=+00:00',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { stdio: 'ignore' },
  );
  const removeHandlers = abandonAtTheEnd(() => {
    daemon.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });
  const stop = async () => {
    removeHandlers();
    // A server that somebody else ended sends no further event to wait for.
    if (!hasEnded(daemon)) {
      const ended = once(daemon, 'exit');
      daemon.kill('SIGKILL');
      await ended;
    }
    rmSync(directory, { recursive: true, force: true });
  };
  const url = `mysql://root@127.0.0.1:${port}`;
  try {
    await untilReady(daemon, url, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
