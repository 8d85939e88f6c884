import { randomUUID } from 'node:crypto';
import type { ProcedurePayload } from '../../src/contract/procedures';

type Recorded = ProcedurePayload<'feedback.record'>;

/** A feedback to record, by a new contact of a new client, so that no test leans on another's. */
export function aFeedback(overrides: Partial<Recorded> & Pick<Recorded, 'issueId'>): Recorded {
  const mark = randomUUID().slice(0, 8);
  return {
    commandId: randomUUID(),
    timeZone: 'Europe/Berlin',
    text: `The berth plan should show the tide (${mark})`,
    kind: 'wish',
    importance: 'important',
    contact: { name: `Contact ${mark}`, client: { name: `Client ${mark}` } },
    channel: 'meeting',
    saidOn: '2026-01-15',
    ...overrides,
  };
}

/** What every command on an existing item carries. */
export function onItem(item: { readonly id: string; readonly version: number }) {
  return { commandId: randomUUID(), feedbackId: item.id, expectedVersion: item.version };
}
