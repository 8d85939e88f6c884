import { useCallback, useEffect, useRef } from 'react';

/** How long nobody types before it is worth to look something up. */
export const TYPING_PAUSE_MILLISECONDS = 250;

/** Does the latest of what it is given once typing has paused; given null, or once the component is gone, nothing. */
export function useTypingPause(): (work: (() => void) | null) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((work) => {
    clearTimeout(timer.current);
    if (work !== null) timer.current = setTimeout(work, TYPING_PAUSE_MILLISECONDS);
  }, []);
}
