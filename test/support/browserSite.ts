import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { Issue, SandboxOptions } from '../../sandbox/api';
import { serve } from '../../sandbox/web/server';
import type { ServedSite } from '../../sandbox/web/server';
import { launchChromium } from './chromium';
import { PEOPLE } from './people';
import { prepareSandbox } from './sandbox';
import type { PreparedSandbox } from './sandbox';
import { openIssues } from './issues';
import { watch } from './watch';
import { wordsIn } from './words';
import type { Language, Words } from './words';

export interface VisitOptions {
  /** Account id; the member who reads English unless said otherwise. */
  readonly as?: string;
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  /** Of the window, in CSS pixels. */
  readonly width?: number;
  /** The module whose frame `panel` is; the feedback panel unless said otherwise. */
  readonly module?: string;
  /** IANA time zone of the browser. */
  readonly timeZone?: string;
}

/** One person's browser on the site. */
export interface Visit {
  readonly page: Page;
  /** The app's frame on the issue page. */
  readonly panel: FrameLocator;
  readonly words: Words;
  /** A button of the panel, by the key of its label. */
  readonly button: (key: string, values?: Parameters<Words>[1]) => Locator;
  /** A control of the panel, by the key of its label. */
  readonly field: (key: string) => Locator;
  /** A text of the panel, by its key. */
  readonly sentence: (key: string, values?: Parameters<Words>[1]) => Locator;
  /** A feedback in the list, by a piece of its text. */
  readonly row: (text: string) => Locator;
  /** Opens an issue page and waits until the panel has drawn itself. */
  readonly open: (issueKey: string) => Promise<void>;
}

export interface BrowserSite extends PreparedSandbox {
  readonly url: string;
  readonly visit: (options?: VisitOptions) => Promise<Visit>;
  /** An issue that no other test of the file has taken; everybody on the project may see it. */
  readonly anIssue: () => Issue;
}

interface Running {
  readonly prepared: PreparedSandbox;
  readonly served: ServedSite;
  readonly browser: Browser;
  /** Not taken yet. */
  readonly issues: Issue[];
}

/** More than the tests of any one file take. */
const ISSUES = 20;
const MANIFEST = path.resolve(__dirname, '../../manifest.yml');

async function start(overrides: Partial<SandboxOptions>, problems: string[]): Promise<Running> {
  const prepared = await prepareSandbox(overrides);
  await prepared.sandbox.deliver('avi:forge:installed:app');
  const onError = (error: unknown) => void problems.push(`the server failed: ${String(error)}`);
  const served = await serve(prepared.sandbox, { manifest: MANIFEST, port: 0, onError });
  return { prepared, served, browser: await launchChromium(), issues: [...openIssues(prepared.sandbox, ISSUES)] };
}

async function openContext({ browser, served }: Running, options: VisitOptions): Promise<BrowserContext> {
  const {
    as = PEOPLE.otherMember,
    language = 'en-US',
    theme = 'light',
    width = 1200,
    timeZone = 'Europe/Prague',
  } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    locale: language,
    timezoneId: timeZone,
    reducedMotion: 'reduce',
  });
  // Sooner than the test's own time: then the message names what was waited for.
  context.setDefaultTimeout(10_000);
  const cookies = { sandbox_user: as, sandbox_theme: theme, sandbox_language: language };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: served.url })));
  return context;
}

function onPage(page: Page, url: string, words: Words, module = 'feedback-panel'): Visit {
  const panel = page.frameLocator(`[data-panel="${module}"] iframe`);
  return {
    page,
    panel,
    words,
    button: (key, values) => panel.getByRole('button', { name: words(key, values), exact: true }),
    field: (key) => panel.getByLabel(words(key), { exact: true }),
    sentence: (key, values) => panel.getByText(words(key, values), { exact: true }),
    row: (text) => panel.getByRole('listitem').filter({ has: panel.getByRole('button', { name: text }) }),
    open: async (issueKey) => {
      await page.goto(`${url}/browse/${issueKey}`);
      await panel.getByRole('main').waitFor();
      await panel.getByRole('status', { name: words('list.loading') }).waitFor({ state: 'detached' });
    },
  };
}

/**
 * A served site with a real browser for the tests of one file. After each test its windows are closed, and the test
 * fails if a page wrote an error to its console, broke the content security policy or asked for another host.
 */
export function useBrowserSite(overrides: Partial<SandboxOptions> = {}): () => BrowserSite {
  let running: Running | null = null;
  const problems: string[] = [];
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    running = await start(overrides, problems);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    running?.prepared.sandbox.faults.clear();
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.served.close();
    await running?.prepared.sandbox.close();
  });

  async function visit(current: Running, options: VisitOptions = {}): Promise<Visit> {
    const context = await openContext(current, options);
    contexts.push(context);
    watch(context, problems);
    const page = await context.newPage();
    return onPage(page, current.served.url, wordsIn(options.language ?? 'en-US'), options.module);
  }

  return () => {
    const current = running;
    if (current === null) throw new Error('The site is started before the first test: ask for it inside one');
    return {
      ...current.prepared,
      url: current.served.url,
      visit: (options) => visit(current, options),
      anIssue: () => {
        const issue = current.issues.shift();
        if (issue === undefined) throw new Error(`This file's tests take more than ${ISSUES} issues`);
        return issue;
      },
    };
  };
}
