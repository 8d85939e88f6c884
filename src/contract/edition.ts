import type { Day, Instant } from './feedback';
import type { StatusSummary } from './summary';

/** A requirement status as it was frozen once; everyone who may read its page may know that it exists. */
export interface EditionHead {
  readonly id: string;
  /** Counted for one macro of one page, from 1. */
  readonly number: number;
  /** Null once erased. */
  readonly name: string | null;
  /** Null when there is none, or once erased. */
  readonly note: string | null;
  /** The day for which it stands. */
  readonly date: Day;
  readonly frozenAt: Instant;
  /** Of everything that was frozen, in canonical JSON; the journal holds it too. */
  readonly sha256: string;
  /** Whether everyone who may read the page may see all of it. */
  readonly forEveryone: boolean;
  readonly isErased: boolean;
}

export interface EditionView {
  readonly head: EditionHead;
  readonly summary: StatusSummary;
  /** Requirements that the reader sees here alone, because the edition was published. */
  readonly seenHereOnly: readonly string[];
  /** Whether what is stored still has the digest that the journal holds. */
  readonly isIntact: boolean;
  /** Whether the reader may erase it. */
  readonly mayErase: boolean;
}

/** Exactly what everyone who may read the page will be able to see. */
export interface EditionPreview {
  readonly requirements: readonly { readonly key: string; readonly summary: string }[];
  /** Of that; freezing is refused when it has changed meanwhile. */
  readonly digest: string;
}
