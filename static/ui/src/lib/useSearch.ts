import { useRef, useState } from 'react';
import { useTypingPause } from './useTypingPause';

interface Found<T> {
  /** While the next ones are on their way, those found before. */
  readonly items: readonly T[];
  readonly state: 'idle' | 'busy' | 'found' | 'failed';
}

export interface Search<T> {
  readonly text: string;
  readonly found: Found<T>;
  /** Looks up what has been typed once typing pauses; an answer that was overtaken is dropped. */
  readonly type: (text: string) => void;
  readonly clear: () => void;
}

/** What fits a text that is being typed. */
export function useSearch<T>(find: (text: string) => Promise<readonly T[]>): Search<T> {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found<T>>({ items: [], state: 'idle' });
  const latest = useRef('');
  const afterPause = useTypingPause();

  function type(typed: string): void {
    setText(typed);
    latest.current = typed;
    if (typed.trim() === '') {
      afterPause(null);
      setFound({ items: [], state: 'idle' });
      return;
    }
    const show = (next: Found<T>): void => {
      if (latest.current === typed) setFound(next);
    };
    setFound((before) => ({ ...before, state: 'busy' }));
    afterPause(() => {
      find(typed).then(
        (items) => show({ items, state: 'found' }),
        () => show({ items: [], state: 'failed' }),
      );
    });
  }

  function clear(): void {
    setText('');
    setFound({ items: [], state: 'idle' });
  }

  return { text, found, type, clear };
}
