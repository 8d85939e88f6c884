import type { AppFrame } from './appFrame';

/** Links to the pages below the app's page, which are opened without leaving its frame. */
function linksBelow(base: string): readonly HTMLAnchorElement[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('a[href]');
  return [...links].filter(({ pathname }) => pathname === base || pathname.startsWith(`${base}/`));
}

function pathBelow(base: string): string {
  return `${location.pathname.slice(base.length) || '/'}${location.search}${location.hash}`;
}

function mark(base: string): void {
  const links = linksBelow(base);
  const current = links.find(({ pathname }) => pathname === location.pathname) ?? links[0];
  for (const link of links) {
    if (link === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Puts a path of the app's page into the address. */
export function goInPage(base: string, path: string, replaces: boolean): void {
  const address = `${base}${path === '/' ? '' : path}`;
  if (replaces) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  mark(base);
}

/** Follows the navigation between the pages below the app's page; returns where it stands now. */
export function followHistory(frame: AppFrame, base: string, callback: number): string {
  const tell = (): void => {
    mark(base);
    frame.tell({ type: 'callback', callback, argument: pathBelow(base) });
  };
  window.addEventListener('popstate', tell);
  for (const link of linksBelow(base)) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      tell();
    });
  }
  return pathBelow(base);
}
