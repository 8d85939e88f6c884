import type { KeyboardEvent } from 'react';

interface TabProps {
  readonly id: string;
  readonly role: 'tab';
  readonly type: 'button';
  readonly 'aria-selected': boolean;
  readonly 'aria-controls': string;
  readonly tabIndex: number;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

interface Tabs<Name extends string> {
  readonly tab: (name: Name) => TabProps;
  readonly panel: { readonly id: string; readonly role: 'tabpanel'; readonly 'aria-labelledby': string };
}

/**
 * Tabs with the arrow keys, Home and End; moving to a tab shows its panel.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function tabs<Name extends string>(
  prefix: string,
  names: readonly Name[],
  chosen: Name,
  choose: (name: Name) => void,
): Tabs<Name> {
  const tabId = (name: Name): string => `${prefix}tab-${name}`;
  const panelId = `${prefix}panel`;

  function targetOf(key: string, at: number): Name | undefined {
    switch (key) {
      case 'ArrowRight':
      case 'ArrowDown':
        return names[(at + 1) % names.length];
      case 'ArrowLeft':
      case 'ArrowUp':
        return names[(at - 1 + names.length) % names.length];
      case 'Home':
        return names[0];
      case 'End':
        return names.at(-1);
      default:
        return undefined;
    }
  }

  return {
    panel: { id: panelId, role: 'tabpanel', 'aria-labelledby': tabId(chosen) },
    tab: (name) => ({
      id: tabId(name),
      role: 'tab',
      type: 'button',
      'aria-selected': name === chosen,
      'aria-controls': panelId,
      tabIndex: name === chosen ? 0 : -1,
      onClick: () => choose(name),
      onKeyDown: (event) => {
        const target = targetOf(event.key, names.indexOf(name));
        if (target === undefined) return;
        event.preventDefault();
        choose(target);
        document.getElementById(tabId(target))?.focus();
      },
    }),
  };
}
