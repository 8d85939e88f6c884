import { DESIGN_THEMES } from '../designThemes';
import type { ColorMode } from '../frame/protocol';
import type { AppFrame } from './appFrame';

/** The theme as frames are told it. */
export function currentColorMode(): ColorMode {
  const choice = document.documentElement.dataset['themeChoice'];
  return choice === 'light' || choice === 'dark' ? choice : 'auto';
}

/** Sets the page's theme (`light`, `dark` or `system`) and tells the frames that asked for theming. */
export function setColorMode(choice: string, panels: readonly AppFrame[]): void {
  document.documentElement.dataset['themeChoice'] = choice;
  for (const panel of panels) panel.showTheme(currentColorMode());
}

/** The theme as `view.getContext()` describes it: the colour mode is the one in force. */
export function themeState(): Readonly<Record<string, string>> {
  const names = DESIGN_THEMES.split(' ').map((pair) => pair.split(':'));
  const colorMode = document.documentElement.dataset['colorMode'] ?? 'light';
  return { ...Object.fromEntries(names.map(([kind = '', name = '']) => [kind, name])), colorMode };
}
