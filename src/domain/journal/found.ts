import type { ErasableRef } from './event';

/** An event as it was found, in the database or in a file: nothing in it is taken for right. */
export interface FoundEvent {
  readonly stream: string;
  readonly version: number;
  readonly previousHash: string;
  readonly commandId: string;
  readonly commandIndex: number;
  readonly at: number;
  readonly actor: ErasableRef;
  readonly itemType: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly issueId: string | null;
  readonly type: string;
  readonly data: object;
  readonly hash: string;
}

/** A value that an event refers to, as it was found. */
export type FoundValue =
  | {
      readonly state: 'kept';
      readonly salt: string;
      readonly value: string;
      /** Whether it is the account id of an Atlassian user. */
      readonly isAccount: boolean;
    }
  | { readonly state: 'erased' };

/** What stands in the place of an event: the event with its values, only its link in the chain, or rubbish. */
export type FoundEntry =
  | { readonly found: 'event'; readonly event: FoundEvent; readonly values: ReadonlyMap<string, FoundValue> }
  | { readonly found: 'link'; readonly version: number; readonly previousHash: string; readonly hash: string }
  | { readonly found: 'unreadable' };

function isRef(value: object): value is ErasableRef {
  return 'ref' in value && typeof value.ref === 'string' && 'digest' in value && typeof value.digest === 'string';
}

function refsWithin(value: unknown): ErasableRef[] {
  if (typeof value !== 'object' || value === null) return [];
  return isRef(value) ? [{ ref: value.ref, digest: value.digest }] : Object.values(value).flatMap(refsWithin);
}

/** Every reference to an erasable value in an event of any type: who decided, and what its data refers to. */
export function refsOf(event: Pick<FoundEvent, 'actor' | 'data'>): readonly ErasableRef[] {
  return [event.actor, ...refsWithin(event.data)];
}
