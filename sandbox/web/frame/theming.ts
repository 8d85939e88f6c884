import { DESIGN_THEMES } from '../designThemes';
import type { ColorMode } from './protocol';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
let current: ColorMode | null = null;
let styles: Promise<void> | null = null;

function loadTokenStyles(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/__host/tokens.css';
  const loaded = new Promise<void>((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
  });
  document.head.prepend(link);
  return loaded;
}

function setAttributes(colorMode: ColorMode): void {
  const resolved = colorMode === 'auto' ? (systemIsDark.matches ? 'dark' : 'light') : colorMode;
  document.documentElement.dataset['theme'] = DESIGN_THEMES;
  document.documentElement.dataset['colorMode'] = resolved;
}

/** Puts the design tokens of the host's theme into this page and keeps them in step with the system's. */
export async function applyTheming(colorMode: ColorMode): Promise<void> {
  if (current === null) systemIsDark.addEventListener('change', () => setAttributes(current ?? 'auto'));
  current = colorMode;
  styles ??= loadTokenStyles();
  setAttributes(colorMode);
  await styles;
}
