import { digestOf, GENESIS_HASH, hashOf } from './chain';
import type { StreamHead } from './event';
import { refsOf } from './found';
import type { FoundEntry, FoundEvent } from './found';

/** The first thing that is wrong with a stream. */
export interface JournalBreak {
  readonly kind: 'altered' | 'removed' | 'inserted';
  /** Whether the event itself, or a text or reference to a person that it vouches for. */
  readonly part: 'event' | 'value';
  /** The number that the event bears, or that the missing one bore. */
  readonly version: number;
  /** Up to this number everything is as it was decided. */
  readonly wholeUpTo: number;
}

/** What was looked at. */
export interface JournalCounts {
  readonly events: number;
  /** References to values that exist and match the digest. */
  readonly values: number;
  /** References to values that have been erased: the chain vouches that they were there, not what they said. */
  readonly erased: number;
  /** Events of which only the link was given. */
  readonly withheld: number;
}

const NOTHING: JournalCounts = { events: 0, values: 0, erased: 0, withheld: 0 };

type Numbered = Exclude<FoundEntry, { found: 'unreadable' }>;

function linkOf(entry: Numbered) {
  return entry.found === 'event' ? entry.event : entry;
}

function isSealed(event: FoundEvent): boolean {
  try {
    return hashOf(event) === event.hash;
  } catch {
    // Content that has no canonical form was never sealed.
    return false;
  }
}

function follows(next: FoundEntry, entry: Numbered): boolean {
  if (next.found === 'unreadable') return false;
  const { version, hash } = linkOf(entry);
  const successor = linkOf(next);
  return successor.previousHash === hash && successor.version === version + 1;
}

function breakAt(kind: JournalBreak['kind'], version: number, wholeUpTo = version - 1): JournalBreak {
  return { kind, part: 'event', version, wholeUpTo };
}

/**
 * Walks one stream, entry by entry in the order in which they stand, and finds the first that was altered, removed or
 * inserted. An entry that does not fit is held until the next one tells which of its neighbours is wrong, so memory
 * stays constant.
 */
export class JournalVerifier {
  private accepted: StreamHead | null;
  private suspect: FoundEntry | null = null;
  private seen = NOTHING;

  /**
   * @param after the last event of an earlier walk, to go on behind it
   * @param checkpoint an event whose number and hash are known from elsewhere: the stream must reach and contain it
   */
  constructor(
    private readonly stream: string,
    after: StreamHead | null = null,
    private readonly checkpoint: StreamHead | null = null,
  ) {
    this.accepted = after;
  }

  /** The last event that was found right; null before the first. */
  get head(): StreamHead | null {
    return this.accepted;
  }

  get counts(): JournalCounts {
    return this.seen;
  }

  /** Takes the next entry. @returns the first break, as soon as it is certain */
  take(entry: FoundEntry): JournalBreak | null {
    if (this.suspect !== null) return this.judge(this.suspect, entry);
    if (this.fits(entry)) return this.accept(entry);
    this.suspect = entry;
    return null;
  }

  /** Says that no entry follows. @returns the first break, if there is one */
  finish(): JournalBreak | null {
    if (this.suspect !== null) return this.judge(this.suspect, null);
    const reached = this.accepted?.version ?? 0;
    if (this.checkpoint === null || reached >= this.checkpoint.version) return null;
    return breakAt('removed', reached + 1);
  }

  private get nextVersion(): number {
    return (this.accepted?.version ?? 0) + 1;
  }

  private get lastHash(): string {
    return this.accepted?.hash ?? GENESIS_HASH;
  }

  private fits(entry: FoundEntry): entry is Numbered {
    if (entry.found === 'unreadable') return false;
    const { version, previousHash } = linkOf(entry);
    if (version !== this.nextVersion || previousHash !== this.lastHash) return false;
    return entry.found === 'link' || (entry.event.stream === this.stream && isSealed(entry.event));
  }

  private accept(entry: Numbered): JournalBreak | null {
    const { version, hash } = linkOf(entry);
    if (this.checkpoint?.version === version && this.checkpoint.hash !== hash) return breakAt('altered', version);
    const wrongValue = entry.found === 'event' ? this.checkValues(entry) : null;
    if (wrongValue !== null) return { ...breakAt(wrongValue, version), part: 'value' };
    this.accepted = { version, hash };
    const withheld = this.seen.withheld + (entry.found === 'link' ? 1 : 0);
    this.seen = { ...this.seen, events: this.seen.events + 1, withheld };
    return null;
  }

  private checkValues({ event, values }: Extract<FoundEntry, { found: 'event' }>): JournalBreak['kind'] | null {
    const refs = refsOf(event);
    let erased = 0;
    for (const { ref, digest } of refs) {
      const value = values.get(ref);
      if (value === undefined) return 'removed';
      if (value.state === 'erased') erased += 1;
      else if (digestOf(value.salt, value.value) !== digest) return 'altered';
    }
    if ([...values.keys()].some((id) => !refs.some(({ ref }) => ref === id))) return 'inserted';
    this.seen = {
      ...this.seen,
      values: this.seen.values + refs.length - erased,
      erased: this.seen.erased + erased,
    };
    return null;
  }

  /** Tells what is wrong where an entry does not fit, by what stands behind it. */
  private judge(entry: FoundEntry, next: FoundEntry | null): JournalBreak {
    const expected = this.nextVersion;
    if (next !== null && this.fits(next)) {
      return breakAt('inserted', entry.found === 'unreadable' ? expected : linkOf(entry).version, expected - 1);
    }
    if (entry.found === 'unreadable') return breakAt('altered', expected);
    const { version, hash } = linkOf(entry);
    const continues = next === null ? this.checkpoint?.hash === hash : follows(next, entry);
    if (version !== expected) return this.judgeNumber(entry, continues);
    // Whoever seals an altered event anew gives it another hash, which its successor does not know.
    const predecessorWasResealed = expected > 1 && continues && this.isIntact(entry);
    return breakAt('altered', predecessorWasResealed ? expected - 1 : expected);
  }

  /** Tells why an entry bears another number than its place has. */
  private judgeNumber(entry: Numbered, continues: boolean): JournalBreak {
    const expected = this.nextVersion;
    const { version, hash } = linkOf(entry);
    if (this.wasRenumbered(entry)) return breakAt('altered', expected);
    if (version > expected) return breakAt('removed', expected);
    const twinIsGenuine = version === expected - 1 && hash !== this.lastHash && continues;
    return breakAt('inserted', version, twinIsGenuine ? version - 1 : expected - 1);
  }

  private isIntact(entry: Numbered): boolean {
    return entry.found === 'link' || (entry.event.stream === this.stream && isSealed(entry.event));
  }

  private wasRenumbered(entry: Numbered): boolean {
    if (entry.found === 'link') return entry.previousHash === this.lastHash;
    return !isSealed(entry.event) && isSealed({ ...entry.event, version: this.nextVersion });
  }
}
