import { useState, type KeyboardEvent } from 'react';

export interface ComboboxOption {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
}

interface Behaviour {
  readonly expanded: boolean;
  /** Which option Enter would take; -1 for none. */
  readonly active: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly typed: () => void;
  readonly point: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/**
 * The keyboard of a combobox whose list opens on typing or an arrow key. Enter or Tab takes the active option, Escape
 * closes the list and nothing else.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function useCombobox(count: number, take: (index: number) => void): Behaviour {
  const [expanded, setExpanded] = useState(false);
  const [pointed, setPointed] = useState(-1);
  const active = expanded ? Math.min(pointed, count - 1) : -1;

  function show(index: number): void {
    setExpanded(true);
    setPointed(index);
  }

  function close(): void {
    setExpanded(false);
    setPointed(-1);
  }

  function step(by: 1 | -1): void {
    if (!expanded) show(by === 1 ? 0 : count - 1);
    else if (count > 0) show((active + by + count) % count);
  }

  /** Takes the active option; whether there was one. */
  function takeActive(): boolean {
    if (active < 0) return false;
    take(active);
    close();
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Enter':
        if (takeActive() || expanded) event.preventDefault();
        break;
      case 'Tab':
        takeActive();
        break;
      case 'Escape':
        if (expanded) event.stopPropagation();
        close();
        break;
    }
  }

  return {
    expanded,
    active,
    close,
    onKeyDown,
    open: () => {
      show(-1);
    },
    typed: () => {
      show(0);
    },
    point: setPointed,
  };
}
