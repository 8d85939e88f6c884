import { accessSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { CHROMIUM_PLACES } from '../../sandbox/programs';
import { requireProgram } from './programs';

function executable(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined) return chosen;
  const downloaded = chromium.executablePath();
  try {
    accessSync(downloaded);
    return downloaded;
  } catch {
    return requireProgram({
      ...CHROMIUM_PLACES,
      debianPackage: 'chromium',
      howToInstall:
        'The end-to-end tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chromium or Chrome.',
    });
  }
}

/** A headless Chromium that talks to this machine only. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}
