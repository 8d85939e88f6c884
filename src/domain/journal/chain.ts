import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Decision, DecisionContext, ErasableRef, JournalEvent, StreamHead } from './event';
import type { FoundEvent } from './found';

/** What the first event of a stream names as its predecessor's hash. */
export const GENESIS_HASH = '0'.repeat(64);

/** The stream that holds a project's events. */
export function streamOf(projectId: string): string {
  return `project:${projectId}`;
}

function sha256(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/**
 * The hash of an event: SHA-256 over the RFC 8785 canonical JSON of everything in it but the hash itself, its
 * predecessor's hash included.
 */
export function hashOf(event: Omit<FoundEvent, 'hash'>): string {
  const content = {
    stream: event.stream,
    version: event.version,
    previousHash: event.previousHash,
    commandId: event.commandId,
    commandIndex: event.commandIndex,
    at: event.at,
    actor: event.actor,
    itemType: event.itemType,
    itemId: event.itemId,
    itemVersion: event.itemVersion,
    issueId: event.issueId,
    type: event.type,
    data: event.data,
  };
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError('An event must be expressible as JSON');
  return sha256(canonical);
}

/** Puts decisions behind `head`, in their order, each carrying the hash of the one before. */
export function chain<D extends Decision>(
  head: StreamHead | null,
  context: DecisionContext,
  decisions: readonly D[],
): JournalEvent<D>[] {
  let version = head?.version ?? 0;
  let previousHash = head?.hash ?? GENESIS_HASH;
  return decisions.map((decision, commandIndex) => {
    version += 1;
    const unsealed = { ...decision, ...context, version, commandIndex, previousHash };
    const hash = hashOf(unsealed);
    previousHash = hash;
    return { ...unsealed, hash };
  });
}

/** The digest by which an event vouches for an erasable value. */
export function digestOf(salt: string, value: string): string {
  return sha256(`${salt}\n${value}`);
}

/** The reference to put into an event for a value kept under `id` with `salt`. */
export function refTo(value: { readonly id: string; readonly salt: string; readonly value: string }): ErasableRef {
  return { ref: value.id, digest: digestOf(value.salt, value.value) };
}
