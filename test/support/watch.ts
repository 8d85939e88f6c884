import type { BrowserContext, Page } from 'playwright-core';

function isOwn(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return !protocol.startsWith('http') || hostname === 'localhost' || hostname === '127.0.0.1';
}

function watchPage(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  // What the content security policy refuses is written here too.
  page.on('console', (message) => {
    // A page that answers "not found" on purpose is no problem; a file missing in a page is.
    if (message.location().url === page.url() && message.text().startsWith('Failed to load resource')) return;
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
}

/** Notes what must not happen in any window of the context. */
export function watch(context: BrowserContext, problems: string[]): void {
  context.on('page', (page) => watchPage(page, problems));
  context.on('request', (request) => {
    if (!isOwn(request.url())) problems.push(`asked another host: ${request.url()}`);
  });
}
