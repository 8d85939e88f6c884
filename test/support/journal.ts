import type { Sandbox } from '../../sandbox/api';
import { eventRow } from '../../src/adapters/sql/eventRow';
import type { DomainEvent } from '../../src/domain/events';
import { GENESIS_HASH, hashOf } from '../../src/domain/journal/chain';

/** Every event of the installation, stream by stream, as it stands in the database. */
async function journalOf(sandbox: Sandbox): Promise<readonly DomainEvent[]> {
  const rows = await sandbox.query('SELECT * FROM journal ORDER BY stream, version');
  return eventRow.array().parse(rows);
}

/** Asserts that every stream is whole: no gap, no altered event, no foreign predecessor. */
export async function expectWholeJournal(sandbox: Sandbox): Promise<readonly DomainEvent[]> {
  const events = await journalOf(sandbox);
  let previous: DomainEvent | null = null;
  for (const event of events) {
    const before: DomainEvent | null = previous?.stream === event.stream ? previous : null;
    expect(event.version).toBe((before?.version ?? 0) + 1);
    expect(event.previousHash).toBe(before?.hash ?? GENESIS_HASH);
    expect(hashOf(event)).toBe(event.hash);
    previous = event;
  }
  return events;
}
