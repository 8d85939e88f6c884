import type { ErasableRef } from './event';

/** What was written on an item, replaced texts included. */
export interface WrittenTexts {
  readonly kept: readonly ErasableRef[];
  /** Those that somebody decided to erase. */
  readonly erased: readonly ErasableRef[];
}
