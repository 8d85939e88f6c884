/**
 * Stands in an event for a text or a person: the value itself is kept apart with its salt, so that both can be erased
 * while the event, and so the chain, stays what it was.
 */
export interface ErasableRef {
  readonly ref: string;
  /** SHA-256 of salt and value, hexadecimal. */
  readonly digest: string;
}

export type ItemType = 'feedback' | 'change' | 'contact' | 'client' | 'person' | 'settings' | 'edition' | 'archive';

/** A decision as a rule made it, before it has its place in a stream. */
export interface Decision<Type extends string = string, Data extends object = object> {
  readonly itemType: ItemType;
  readonly itemId: string;
  /** 1 for the first event of an item, then rising by one. */
  readonly itemVersion: number;
  /** The Jira issue it was taken on; null where it concerns no single issue. */
  readonly issueId: string | null;
  readonly type: Type;
  readonly data: Data;
}

/** Who decided, when, and by which command. */
export interface DecisionContext {
  readonly stream: string;
  readonly commandId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: ErasableRef;
}

/** The stream's last event so far; null for an empty stream. */
export interface StreamHead {
  readonly version: number;
  readonly hash: string;
}

/** A decision in its place in the journal. */
export type JournalEvent<D extends Decision = Decision> = D &
  DecisionContext & {
    readonly version: number;
    readonly commandIndex: number;
    readonly previousHash: string;
    readonly hash: string;
  };
