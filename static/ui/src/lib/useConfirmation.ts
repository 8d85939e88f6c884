import { useState } from 'react';

/** A deliberate second step: a box that has to be ticked first. */
export interface Confirmation {
  readonly sure: boolean;
  /** Whether somebody went on without ticking it. */
  readonly missing: boolean;
  readonly change: (sure: boolean) => void;
  /** Whether it is ticked; where it is not, the box says so from now on. */
  readonly given: () => boolean;
}

export function useConfirmation(): Confirmation {
  const [sure, setSure] = useState(false);
  const [missing, setMissing] = useState(false);
  return {
    sure,
    missing,
    change: (next) => {
      setSure(next);
      setMissing(false);
    },
    given: () => {
      setMissing(!sure);
      return sure;
    },
  };
}
