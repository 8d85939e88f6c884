import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Sandbox } from '../sandbox/api';
import { withMacro } from '../sandbox/forge/macros';
import { serve } from '../sandbox/web/server';
import { launchChromium } from '../test/support/chromium';
import type { Bench } from './support/bench';
import { prepareSite, rebuild } from './support/mirrorSite';
import { duration, median, quantile, ratio, table, whole } from './support/report';

const ROOT = resolve(__dirname, '..');
const SIZES = [50, 500, 5_000];
const ADMIN = 'sandbox-admin';
const ROUNDS = 3;
const PANEL = '[data-panel^="requirement-status:"] iframe';
const FRAMES = 180;
/** Pixels a frame: some 3,600 a second, as a wheel that is turned fast. */
const STEP = 60;

function aPage({ site, appId }: Sandbox, title: string, config: Readonly<Record<string, unknown>>): string {
  const macro = { moduleKey: 'requirement-status', localId: '5f0c1c3e-6f5a-4d8e-9a51-0d1f7a6b9c10', config };
  const body = withMacro({ type: 'doc', version: 1, content: [] }, appId, macro);
  return site.wiki.createPage({ space: 'HP', title, body, by: ADMIN }).id;
}

const frameIn = (page: Page) => page.locator(PANEL).contentFrame();

/** Milliseconds from navigation until what is waited for is there. */
async function opened(page: Page, address: string, isComplete: (page: Page) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await page.goto(address);
  await isComplete(page);
  return performance.now() - started;
}

/** Milliseconds from frame to frame while the table scrolls. */
async function scrolled(page: Page): Promise<readonly number[]> {
  const table = frameIn(page).getByRole('table').last();
  // What compiles this file marks functions by their name with a helper of its own.
  await frameIn(page).locator('html').evaluate('globalThis.__name = (named) => named');
  return table.evaluate(
    (element, [frames, step]) =>
      new Promise<number[]>((done) => {
        let scroller: Element | null = element.parentElement;
        while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 1)
          scroller = scroller.parentElement;
        const times: number[] = [];
        let last = performance.now();
        const next = (now: number) => {
          times.push(now - last);
          last = now;
          scroller?.scrollBy(0, step);
          if (times.length < frames) requestAnimationFrame(next);
          else done(times.slice(1));
        };
        requestAnimationFrame(next);
      }),
    [FRAMES, STEP] as const,
  );
}

async function measure(size: number): Promise<{ readonly row: readonly string[]; readonly frames: readonly number[] }> {
  const sandbox = await prepareSite(null, size);
  await rebuild(sandbox);
  const served = await serve(sandbox, {
    manifest: resolve(ROOT, 'manifest.yml'),
    port: 0,
    onError: (error) => console.error(error),
  });
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    context.setDefaultTimeout(60_000);
    const cookies = { sandbox_user: ADMIN, sandbox_language: 'en-US' };
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: served.url })));
    const page = await context.newPage();
    const address = (id: string) => `${served.url}/wiki/spaces/HP/pages/${id}`;
    const full = address(aPage(sandbox, 'Full', { source: 'jql', jql: 'project = GROWN ORDER BY id ASC' }));
    // A macro that has no source asks nothing and shows one sentence.
    const empty = address(aPage(sandbox, 'Empty', { source: 'project' }));
    const hasRows = (at: Page) =>
      Promise.all([
        frameIn(at).getByRole('rowheader').first().waitFor(),
        frameIn(at).locator('.charts svg, .charts table').first().waitFor({ state: 'attached' }),
      ]);
    const hasSentence = (at: Page) => frameIn(at).getByText('does not say yet what to show').waitFor();
    const [filled, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      bare.push(await opened(page, empty, hasSentence));
      filled.push(await opened(page, full, hasRows));
    }
    // The first round warms caches on both sides.
    const [time, base] = [median(filled.slice(1)), median(bare.slice(1))];
    const frames = size === Math.max(...SIZES) ? await scrolled(page) : [];
    return { row: [whole(size), duration(time), duration(base), ratio(time, base)], frames };
  } finally {
    await browser.close();
    await served.close();
    await sandbox.close();
  }
}

/** From navigation to complete content in Chromium, beside a macro that has nothing to show, and how scrolling goes. */
export const requirementStatusBrowserBench: Bench = {
  title: `the requirement status in Chromium for ${SIZES.map(whole).join(', ')} issues, beside the macro with nothing to show`,
  async run(print) {
    if (!existsSync(resolve(ROOT, 'static/ui/dist/status.html')))
      throw new Error('Build the pages first: npm run build:ui');
    const rows: (readonly string[])[] = [];
    let scrolling: readonly number[] = [];
    for (const size of SIZES) {
      const { row, frames } = await measure(size);
      rows.push(row);
      scrolling = frames;
    }
    print(table(['issues', 'complete after', 'nothing to show', 'ratio'], rows));
    const [middle, most] = [median(scrolling), quantile(scrolling, 0.95)];
    print(
      `\nscrolling ${whole(Math.max(...SIZES))} rows: a frame takes ${duration(middle)} (median), ${duration(most)} (p95)`,
    );
  },
};
