/** The badge as a page drawn now would have it; everything else in the summary is the same. */
async function renew(panel: HTMLDetailsElement): Promise<void> {
  const name = panel.querySelector<HTMLElement>('[data-panel]')?.dataset['panel'] ?? '';
  const response = await fetch(location.href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page
    .querySelector(`[data-panel="${CSS.escape(name)}"]`)
    ?.closest('details')
    ?.querySelector('summary');
  if (fresh) panel.querySelector('summary')?.replaceChildren(...fresh.childNodes);
}

/**
 * Asks for a badge again when its panel is folded in, as the issue view does.
 *
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/
 */
export function renewBadges(): void {
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('.context-panel')) {
    panel.addEventListener('toggle', () => {
      if (!panel.open) void renew(panel);
    });
  }
}
