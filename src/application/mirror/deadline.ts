import type { MirrorOutside } from './ports';

/** One round of requests and statements takes a few seconds at most; after it the invocation must still end well. */
const ONE_ROUND = 15_000;

/** Whether too little time is left to begin another round. */
export function runsOut({ remaining }: Pick<MirrorOutside, 'remaining'>): boolean {
  return remaining() < ONE_ROUND;
}
