/** Runs before the page is painted: follows the system's theme, which the server cannot know. */
const root = document.documentElement;
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

function follow(): void {
  const choice = root.dataset['themeChoice'] ?? 'system';
  root.dataset['colorMode'] = choice === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : choice;
}

follow();
systemIsDark.addEventListener('change', follow);
new MutationObserver(follow).observe(root, { attributeFilter: ['data-theme-choice'] });
