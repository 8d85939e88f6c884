import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Where to look for a program that npm does not bring. */
export interface ProgramPlaces {
  /** Names under which systems have it, the preferred first. */
  readonly names: readonly string[];
  /** Directories beside `PATH` where it may be. */
  readonly alsoIn: readonly string[];
}

/** Under which names and where systems have a Chromium or Chrome. */
export const CHROMIUM_PLACES: ProgramPlaces = {
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  alsoIn: ['/usr/bin', '/usr/local/bin', '/Applications/Google Chrome.app/Contents/MacOS'],
};

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the program; null when the machine does not have it. */
export function findProgram({ names, alsoIn }: ProgramPlaces): string | null {
  const directories = [...(process.env['PATH'] ?? '').split(path.delimiter), ...alsoIn];
  const candidates = names.flatMap((name) => directories.map((directory) => path.join(directory, name)));
  return candidates.find(isExecutable) ?? null;
}
