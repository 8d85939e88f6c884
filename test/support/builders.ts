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

type Raised = ProcedurePayload<'change.raise'>;

/** A change request to raise, ready to be assessed. */
export function aChange(overrides: Partial<Raised> & Pick<Raised, 'issueId'>): Raised {
  const mark = randomUUID().slice(0, 8);
  return {
    commandId: randomUUID(),
    title: `Show the tide in the berth plan (${mark})`,
    from: 'The plan shows berths only.',
    to: 'The plan shows berths and tides.',
    reason: 'Ships ran aground.',
    source: 'specification',
    requestedBy: { name: `Requester ${mark}`, client: { name: `Client ${mark}` } },
    urgency: 'normal',
    validUntil: null,
    ifNot: null,
    requirements: [],
    feedbackId: null,
    ...overrides,
  };
}

/** What is decided on an option, and that without further ado. */
export function aDecision(optionId: string) {
  return {
    timeZone: 'Europe/Berlin',
    outcome: 'approved' as const,
    optionId,
    conditions: null,
    decider: null,
    clientSaid: 'Do it.',
    method: 'meeting' as const,
    evidence: null,
    decidedOn: '2026-01-20',
    knowingly: true,
  };
}

/** What every command on an existing change request carries. */
export function onChange(change: { readonly id: string; readonly version: number }) {
  return { commandId: randomUUID(), changeId: change.id, expectedVersion: change.version };
}

/** What every command on an existing item carries. */
export function onItem(item: { readonly id: string; readonly version: number }) {
  return { commandId: randomUUID(), feedbackId: item.id, expectedVersion: item.version };
}

type SavedClient = ProcedurePayload<'client.save'>;

/** A client to enter into the register, in the project's calendar. */
export function aClient(overrides: Partial<SavedClient> & Pick<SavedClient, 'projectId' | 'name'>): SavedClient {
  return { commandId: randomUUID(), clientId: null, expectedVersion: 0, timeZone: null, calendar: null, ...overrides };
}

type SavedContact = ProcedurePayload<'contact.save'>;

/** A person to enter into the register, of whom nothing but the name is known. */
export function aContact(
  overrides: Partial<SavedContact> & Pick<SavedContact, 'projectId' | 'clientId'>,
): SavedContact {
  return {
    ...{ commandId: randomUUID(), contactId: null, expectedVersion: 0, name: `Person ${randomUUID().slice(0, 8)}` },
    ...{ role: null, language: null, timeZone: null, channel: null, hours: null, accountId: null },
    ...overrides,
  };
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** What every command on an existing client carries. */
export function onClient(projectId: string, { id: clientId, version: expectedVersion }: Versioned) {
  return { commandId: randomUUID(), projectId, clientId, expectedVersion };
}

/** What every command on an existing contact carries. */
export function onContact(projectId: string, { id: contactId, version: expectedVersion }: Versioned) {
  return { commandId: randomUUID(), projectId, contactId, expectedVersion };
}
