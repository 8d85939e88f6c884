import { randomUUID } from 'node:crypto';
import { foldChange } from '../../src/domain/change/change';
import type { Change } from '../../src/domain/change/change';
import { raiseChange } from '../../src/domain/change/decide';
import type { ActualFigures, ChangeContent, ChangeDecision, ChangeEvent, Frozen } from '../../src/domain/change/events';
import type { Verdicts } from '../../src/domain/change/events';
import { chain } from '../../src/domain/journal/chain';
import { aRef, MONDAY_MORNING } from './events';

export const OPTION_A = '01900000-0000-7000-8000-00000000000a';
export const OPTION_B = '01900000-0000-7000-8000-00000000000b';

/** What a client might ask for: a full and a reduced way to it. */
function someContent(overrides: Partial<ChangeContent> = {}): ChangeContent {
  return {
    title: aRef(),
    from: null,
    to: aRef(),
    reason: aRef(),
    source: 'market',
    requestedBy: null,
    urgency: 'normal',
    validUntil: null,
    ifNot: null,
    requirements: [],
    options: [
      { id: OPTION_A, kind: 'full', title: null, effort: null, fixedCost: 0, dropped: [] },
      { id: OPTION_B, kind: 'reduced', title: aRef(), effort: null, fixedCost: 0, dropped: [] },
    ],
    ...overrides,
  };
}

/** An assessment of both ways. */
export function anAssessment(overrides: Partial<Frozen> = {}): Frozen {
  return {
    digest: 'd'.repeat(64),
    inputsDigest: 'e'.repeat(64),
    engine: '1',
    results: [
      { optionId: OPTION_A, tier: 'major' },
      { optionId: OPTION_B, tier: 'minor' },
    ],
    affected: ['300', '301'],
    ...overrides,
  };
}

/** A decision for the reduced way. */
export function aVerdict(overrides: Partial<Verdicts> = {}): Verdicts {
  return {
    outcome: 'approved',
    optionId: OPTION_B,
    conditions: null,
    decider: null,
    clientSaid: aRef(),
    method: 'meeting',
    evidence: null,
    decidedOn: '2026-03-01',
    ...overrides,
  };
}

/** What might have come of it. */
export function someFigures(overrides: Partial<ActualFigures> = {}): ActualFigures {
  return { predicted: 2, touched: 2, hits: 1, listedShare: 0.1, missed: ['400'], byLinkType: [], ...overrides };
}

export interface ChangeSoFar {
  readonly change: Change;
  readonly events: readonly ChangeEvent[];
}

function happened(events: readonly ChangeEvent[], decision: ChangeDecision): ChangeSoFar {
  const context = { stream: 'project:1', commandId: randomUUID(), at: MONDAY_MORNING, actor: aRef('person') };
  const all = [...events, ...chain(null, context, [decision])];
  return { events: all, change: rebuiltChange(all) };
}

/** The change request that the events make. */
export function rebuiltChange(events: readonly ChangeEvent[]): Change {
  const change = foldChange(events);
  if (change === null) throw new Error('There are no events');
  return change;
}

/** A change request raised on issue `100`. */
export function aRaisedChange(overrides: Partial<ChangeContent> = {}): ChangeSoFar {
  const site = { changeId: randomUUID(), projectId: '1', issueId: '100', number: 1, feedbackId: null };
  return happened([], raiseChange(site, someContent(overrides)));
}

/** It after a further decision. */
export function changeAfter({ events, change }: ChangeSoFar, decide: (change: Change) => ChangeDecision): ChangeSoFar {
  return happened(events, decide(change));
}
