import { chromium } from 'playwright-core';
import { CHROMIUM_PLACES, findProgram, isExecutable } from '../../programs';

/** A Chromium or Chrome of this machine; null when there is none. */
export function findChromium(): string | null {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined) return isExecutable(chosen) ? chosen : null;
  const downloaded = chromium.executablePath();
  return isExecutable(downloaded) ? downloaded : findProgram(CHROMIUM_PLACES);
}

interface Printed {
  readonly executable: string;
  readonly url: string;
  /** Of whoever prints: they get what they would see. */
  readonly cookies: Readonly<Record<string, string>>;
}

/** Prints a page of the site on A4, as a browser would. */
export async function printPage({ executable, url, cookies }: Printed): Promise<Uint8Array<ArrayBuffer>> {
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ colorScheme: 'light' });
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return new Uint8Array(
      await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }),
    );
  } finally {
    await browser.close();
  }
}
