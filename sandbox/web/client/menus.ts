import { setColorMode } from './theme';
import type { AppFrame } from './appFrame';

function closeOthers(open: HTMLDetailsElement | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (menu !== open) menu.open = false;
  }
}

/** The theme changes without a reload, in the frames too; the server only remembers it. */
function switchTheme(menu: Element, button: HTMLButtonElement, panels: readonly AppFrame[]): void {
  const form = new URLSearchParams({ theme: button.value });
  void fetch('/__site/preferences', { method: 'POST', body: form, redirect: 'manual' });
  setColorMode(button.value, panels);
  for (const other of menu.querySelectorAll('button')) other.ariaPressed = String(other === button);
  const label = menu.querySelector('.menu-text');
  if (label !== null) label.textContent = button.textContent;
  closeOthers(null);
  menu.querySelector('summary')?.focus();
}

/** Menus close on Escape, on a click elsewhere, and when another opens. */
export function wireMenus(panels: readonly AppFrame[]): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    closeOthers(target?.closest<HTMLDetailsElement>('details.menu') ?? null);
  });
  window.addEventListener('blur', () => closeOthers(null));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open = document.querySelector<HTMLDetailsElement>('details.menu[open]');
    open?.querySelector('summary')?.focus();
    closeOthers(null);
  });
  const themeMenu = document.querySelector('[data-menu="theme"]');
  themeMenu?.addEventListener('submit', (event) => {
    const button = event instanceof SubmitEvent ? event.submitter : null;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    switchTheme(themeMenu, button, panels);
  });
}
