import { useState } from 'react';
import type { Failure } from './call';
import { usePage } from './Page';

export interface Draft<T> {
  readonly value: T;
  /** Goes with the value: sending the same value again is the same command. */
  readonly commandId: string;
  /** When a draft was found on opening the form: when it was last touched, in milliseconds since 1970. */
  readonly restoredFrom: number | null;
  readonly update: (value: T) => void;
  /** After a refusal the next sending is a command of its own; after a lost answer it stays the same command. */
  readonly refused: (failure: Failure) => void;
  /** Forgets what was typed and starts over. */
  readonly discard: () => void;
}

interface Held<T> {
  readonly value: T;
  readonly commandId: string;
  readonly restoredFrom: number | null;
}

function fresh<T>(value: T): Held<T> {
  return { value, commandId: crypto.randomUUID(), restoredFrom: null };
}

/**
 * The value of a form, kept over reloads and closing until it is discarded. `parse` says what of a stored draft is
 * still usable; null throws it away.
 */
export function useDraft<T>(form: string, initial: T, parse: (stored: unknown) => T | null): Draft<T> {
  const { drafts } = usePage();
  const [held, setHeld] = useState<Held<T>>(() => {
    const stored = drafts.read(form);
    const value = stored === null ? null : parse(stored.value);
    if (stored === null || value === null) return fresh(initial);
    return { value, commandId: stored.commandId, restoredFrom: stored.savedAt };
  });

  function keep(next: Held<T>): void {
    setHeld(next);
    if (JSON.stringify(next.value) === JSON.stringify(initial)) drafts.remove(form);
    else drafts.write(form, { value: next.value, commandId: next.commandId, savedAt: Date.now() });
  }

  return {
    ...held,
    update: (value) => {
      keep({ ...held, value, commandId: crypto.randomUUID() });
    },
    refused: ({ code }) => {
      if (code !== 'TRANSPORT') setHeld((before) => ({ ...before, commandId: crypto.randomUUID() }));
    },
    discard: () => {
      drafts.remove(form);
      setHeld(fresh(initial));
    },
  };
}
