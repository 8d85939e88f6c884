import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** A program that the tests need and npm does not bring. */
export interface Program {
  /** Names under which systems have it, the preferred first. */
  readonly names: readonly string[];
  /** Directories beside `PATH` where it may be. */
  readonly alsoIn: readonly string[];
  readonly debianPackage: string;
  /** One sentence for people whose system we cannot set up. */
  readonly howToInstall: string;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find({ names, alsoIn }: Program): string | null {
  const directories = [...(process.env['PATH'] ?? '').split(path.delimiter), ...alsoIn];
  const candidates = names.flatMap((name) => directories.map((directory) => path.join(directory, name)));
  return candidates.find(isExecutable) ?? null;
}

function installOnDebian(debianPackage: string): void {
  const run = (args: readonly string[]) =>
    execFileSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  process.stderr.write(`Installing ${debianPackage} for the tests\n`);
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', debianPackage]);
}

/**
 * Path of the program; on Debian, as root, it is installed when it is missing (a fresh machine of a build service).
 * @throws Error with one sentence on how to install it
 */
export function requireProgram(program: Program): string {
  const found = find(program);
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      installOnDebian(program.debianPackage);
    } catch (cause) {
      throw new Error(program.howToInstall, { cause });
    }
  }
  const installed = find(program);
  if (installed === null) throw new Error(program.howToInstall);
  return installed;
}
