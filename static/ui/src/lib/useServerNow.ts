import { useEffect, useState } from 'react';
import type { Instant } from '../../../../src/contract/feedback';

const TICK_MILLISECONDS = 30_000;

/**
 * The server's clock, running on from the moment `now` was received, so that ages and due times do not depend on the
 * clock of this machine. Moves every 30 seconds.
 */
export function useServerNow(now: Instant): number {
  const [ticked, setTicked] = useState({ now, instant: Date.parse(now) });
  useEffect(() => {
    const start = Date.parse(now);
    const received = performance.now();
    const timer = setInterval(() => {
      setTicked({ now, instant: start + performance.now() - received });
    }, TICK_MILLISECONDS);
    return () => {
      clearInterval(timer);
    };
  }, [now]);
  return ticked.now === now ? ticked.instant : Date.parse(now);
}
