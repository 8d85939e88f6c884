import { randomUUID } from 'node:crypto';
import type { ChangeSummary } from '../../src/contract/change';
import type { FeedbackSummary } from '../../src/contract/feedback';
import type { Procedure } from '../../src/contract/procedure';
import { PROCEDURES } from '../../src/contract/procedures';
import type { ProcedureName, ProcedurePayload } from '../../src/contract/procedures';
import { aChange, aDecision, aFeedback, onChange, onItem } from './builders';
import { mirrorProject } from './mirror';
import { PEOPLE } from './people';
import type { PreparedSandbox } from './sandbox';

type Raise = ProcedurePayload<'change.raise'>;

/** An issue with feedback in every state that a procedure needs, recorded by a member. */
export interface Scene {
  readonly issueId: string;
  readonly projectId: string;
  readonly fresh: FeedbackSummary;
  readonly other: FeedbackSummary;
  readonly resolved: FeedbackSummary;
  readonly merged: FeedbackSummary;
  /** Of the project's settings. */
  readonly settingsVersion: number;
  /** Asks for a change that nobody has raised yet. */
  readonly asking: FeedbackSummary;
  /** A draft, whose title and requester are among the secrets. */
  readonly change: ChangeSummary;
  /** Assessed, and waiting for a decision on its only option. */
  readonly awaiting: ChangeSummary;
  readonly optionId: string;
  /** Decided and done, but not yet held against what happened. */
  readonly implemented: ChangeSummary;
  /** Texts and names that nobody may learn who does not see the issue. */
  readonly secrets: readonly string[];
}

async function requireMirror(app: PreparedSandbox, projectId: string): Promise<void> {
  const { state } = await app.succeed('mirror.status', { projectId }, { as: PEOPLE.admin, on: projectId });
  if (state !== 'ready') await mirrorProject(app, projectId);
}

type Caller = Parameters<PreparedSandbox['call']>[2];

async function optionOf(app: PreparedSandbox, changeId: string, caller: Caller): Promise<string> {
  const { options } = await app.succeed('change.get', { changeId }, caller);
  return options[0]?.id ?? '';
}

/** A change request that has been assessed. */
export async function frozenChange(app: PreparedSandbox, caller: Caller, raise: Raise): Promise<ChangeSummary> {
  const raised = await app.succeed('change.raise', raise, caller);
  return app.succeed('change.freeze', onChange(raised), caller);
}

/** The same, decided and done. */
export async function implementedChange(app: PreparedSandbox, caller: Caller, raise: Raise): Promise<ChangeSummary> {
  const frozen = await frozenChange(app, caller, raise);
  const optionId = await optionOf(app, frozen.id, caller);
  let change = await app.succeed('change.decide', { ...onChange(frozen), ...aDecision(optionId) }, caller);
  for (const to of ['implementing', 'implemented'] as const) {
    change = await app.succeed('change.move', { ...onChange(change), to, reason: null }, caller);
  }
  return change;
}

export async function setScene(app: PreparedSandbox, issueId: string): Promise<Scene> {
  const caller = { as: PEOPLE.member, on: issueId };
  const mark = randomUUID().slice(0, 8);
  const secrets = [`secret-text-${mark}`, `secret-contact-${mark}`, `secret-client-${mark}`];
  const [text = '', name = '', client = ''] = secrets;
  const record = () =>
    app.succeed('feedback.record', aFeedback({ issueId, text, contact: { name, client: { name: client } } }), caller);
  const [fresh, other, toResolve, toMerge] = [await record(), await record(), await record(), await record()];
  const answer = { ...onItem(toResolve), to: 'resolved' as const, answer: `secret-answer-${mark}` };
  const resolved = await app.succeed('feedback.move', answer, caller);
  const merged = await app.succeed('feedback.merge', { ...onItem(toMerge), intoId: other.id }, caller);
  const asking = await app.succeed(
    'feedback.record',
    aFeedback({ issueId, kind: 'change', text, contact: { name, client: { name: client } } }),
    caller,
  );
  const change = await app.succeed(
    'change.raise',
    aChange({ issueId, title: text, reason: text, requestedBy: { name, client: { name: client } } }),
    caller,
  );
  const projectId = app.sandbox.site.findIssue(issueId)?.projectId ?? '';
  await requireMirror(app, projectId);
  const awaiting = await frozenChange(app, caller, aChange({ issueId, title: text, requestedBy: null }));
  const implemented = await implementedChange(app, caller, aChange({ issueId, title: text, requestedBy: null }));
  return {
    issueId,
    projectId,
    fresh,
    other: { ...other, version: 2 },
    resolved,
    merged,
    settingsVersion: await settingsVersion(app, issueId, projectId),
    asking,
    change,
    awaiting,
    optionId: await optionOf(app, awaiting.id, caller),
    implemented,
    secrets: [...secrets, answer.answer],
  };
}

async function settingsVersion(app: PreparedSandbox, issueId: string, projectId: string): Promise<number> {
  const { version } = await app.succeed('settings.get', { projectId }, { as: PEOPLE.admin, on: issueId });
  return version;
}

type Examples = { readonly [Name in ProcedureName]: (scene: Scene) => ProcedurePayload<Name> };

/** For every procedure a payload that succeeds in the scene; a new procedure does not compile without one. */
export const EXAMPLES: Examples = {
  'feedback.list': ({ issueId }) => ({ issueId, offset: 0 }),
  'feedback.get': ({ fresh }) => ({ feedbackId: fresh.id }),
  'feedback.record': ({ issueId }) => aFeedback({ issueId }),
  'feedback.edit': ({ fresh }) => ({
    ...onItem(fresh),
    timeZone: 'Europe/Berlin',
    changes: { text: 'in other words', contact: { name: 'Somebody else', client: { name: 'Another client' } } },
  }),
  'feedback.move': ({ fresh }) => ({ ...onItem(fresh), to: 'resolved', answer: 'It is done.' }),
  'feedback.reopen': ({ resolved }) => ({ ...onItem(resolved), reason: 'It is not done.' }),
  'feedback.note': ({ fresh }) => ({ commandId: randomUUID(), feedbackId: fresh.id, note: 'Between us.' }),
  'feedback.merge': ({ fresh, other }) => ({ ...onItem(fresh), intoId: other.id }),
  'feedback.unmerge': ({ merged }) => onItem(merged),
  'feedback.eraseTexts': ({ fresh }) => ({ commandId: randomUUID(), feedbackId: fresh.id }),
  'change.get': ({ change }) => ({ changeId: change.id }),
  'change.raise': ({ issueId, asking }) =>
    aChange({ issueId, requirements: [issueId], feedbackId: asking.id, requestedBy: null }),
  'change.edit': ({ change, issueId }) => ({
    ...onChange(change),
    changes: {
      title: 'In other words',
      urgency: 'high',
      requirements: [issueId],
      requestedBy: { name: 'Somebody else', client: { name: 'Another client' } },
      options: [
        {
          id: randomUUID(),
          kind: 'swap',
          title: 'Instead of another',
          effort: { low: 1, likely: 2, high: 4 },
          fixedCost: 100,
          dropped: [issueId],
        },
      ],
    },
  }),
  'change.review': ({ change, issueId }) => ({
    ...onChange(change),
    reviews: [{ issueId, verdict: 'exclude', reason: 'It is done by hand.', effort: null }],
  }),
  'change.move': ({ change }) => ({ ...onChange(change), to: 'withdrawn', reason: 'Nobody wants it any more.' }),
  'change.eraseTexts': ({ change }) => ({ commandId: randomUUID(), changeId: change.id }),
  'change.freeze': ({ change }) => onChange(change),
  'change.decide': ({ awaiting, optionId }) => ({ ...onChange(awaiting), ...aDecision(optionId) }),
  'change.verify': ({ implemented }) => onChange(implemented),
  'impact.overview': ({ issueId }) => ({ issueId }),
  'impact.prepare': ({ issueId }) => ({ commandId: randomUUID(), issueId }),
  'impact.assess': ({ awaiting, optionId, issueId }) => ({
    changeId: awaiting.id,
    optionId,
    reviews: [{ issueId, verdict: 'clear' }],
  }),
  'impact.swaps': ({ issueId }) => ({ issueId, effort: { low: 1, likely: 2, high: 4 } }),
  'contact.search': ({ issueId }) => ({ issueId, query: '' }),
  'contact.erase': ({ fresh }) => ({ commandId: randomUUID(), contactId: fresh.contact.id }),
  'person.erase': ({ projectId }) => ({ commandId: randomUUID(), projectId, accountId: PEOPLE.member }),
  'journal.verify': ({ projectId }) => ({ projectId }),
  'journal.export': ({ projectId }) => ({ projectId, after: 0 }),
  'derived.rebuild': ({ projectId }) => ({ projectId, after: 0 }),
  'summary.show': ({ issueId }) => ({ source: 'linked', issue: issueId, depth: 1 }),
  'mirror.rebuild': ({ projectId }) => ({ commandId: randomUUID(), projectId }),
  'mirror.status': ({ projectId }) => ({ projectId }),
  'settings.get': ({ projectId }) => ({ projectId }),
  'settings.save': ({ projectId, settingsVersion: expectedVersion }) => ({
    commandId: randomUUID(),
    projectId,
    expectedVersion,
    choices: { testTypes: ['Probe'], cost: { currency: 'EUR', ratePerDay: 640 } },
  }),
  'settings.history': ({ projectId }) => ({ projectId }),
};

/** Every procedure, as rows for `it.each`. */
export const ALL_PROCEDURES = Object.entries<Procedure>(PROCEDURES).flatMap(([key, { requires, effect }]) =>
  isProcedure(key) ? [{ name: key, requires, effect }] : [],
);

function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(EXAMPLES, name);
}
