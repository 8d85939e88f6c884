import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram } from '../../sandbox/programs';
import type { ProgramPlaces } from '../../sandbox/programs';

/** A program that the tests need and npm does not bring. */
export interface Program extends ProgramPlaces {
  readonly debianPackage: string;
  /** One sentence for people whose system we cannot set up. */
  readonly howToInstall: string;
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
  const found = findProgram(program);
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      installOnDebian(program.debianPackage);
    } catch (cause) {
      throw new Error(program.howToInstall, { cause });
    }
  }
  const installed = findProgram(program);
  if (installed === null) throw new Error(program.howToInstall);
  return installed;
}
