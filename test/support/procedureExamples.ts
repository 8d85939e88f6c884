import { randomUUID } from 'node:crypto';
import type { Procedure } from '../../src/contract/procedure';
import { PROCEDURES } from '../../src/contract/procedures';
import type { ProcedureName, ProcedurePayload } from '../../src/contract/procedures';
import { anArchiveHeader } from './archive';
import { aChange, aClient, aContact, aDecision, aFeedback } from './builders';
import { onChange, onClient, onContact, onItem } from './builders';
import { PEOPLE } from './people';
import type { PreparedSandbox } from './sandbox';
import { MACRO, partsRead, setScene } from './scene';
import type { Scene } from './scene';

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
  'change.decide': ({ awaiting }) => ({ ...onChange(awaiting), ...aDecision(awaiting.optionId) }),
  'change.verify': ({ implemented }) => onChange(implemented),
  'impact.overview': ({ issueId }) => ({ issueId }),
  'impact.prepare': ({ issueId }) => ({ commandId: randomUUID(), issueId }),
  'impact.assess': ({ awaiting, issueId }) => ({
    changeId: awaiting.id,
    optionId: awaiting.optionId,
    reviews: [{ issueId, verdict: 'clear' }],
  }),
  'impact.swaps': ({ issueId }) => ({ issueId, effort: { low: 1, likely: 2, high: 4 } }),
  'contact.search': ({ issueId }) => ({ issueId, query: '' }),
  'register.list': ({ projectId }) => ({ projectId, query: '', archived: true, offset: 0, limit: 100 }),
  'register.import': ({ projectId }) => ({
    ...{ commandId: randomUUID(), projectId },
    lines: [
      { client: 'Imported', name: `Ida ${randomUUID()}`, role: 'Lead', language: 'zh', opens: '9', closes: '17:30' },
    ],
  }),
  'client.get': ({ projectId, registered: { client } }) => ({ projectId, clientId: client.id }),
  'client.save': ({ projectId, registered: { client } }) => ({
    ...aClient({ projectId, name: `Another ${randomUUID()}`, clientId: client.id, expectedVersion: client.version }),
    timeZone: 'Asia/Shanghai',
  }),
  'client.archive': ({ projectId, registered: { client } }) => ({ ...onClient(projectId, client), archived: true }),
  'client.merge': ({ projectId, registered: { client, empty } }) => ({
    ...onClient(projectId, client),
    intoId: empty.id,
  }),
  'client.delete': ({ projectId, registered: { empty } }) => onClient(projectId, empty),
  'contact.save': ({ projectId, registered: { client, contact } }) => ({
    ...aContact({ projectId, clientId: client.id, contactId: contact.id, expectedVersion: contact.version }),
    ...{ role: 'Decides', channel: 'call' as const, accountId: PEOPLE.reader },
  }),
  'contact.archive': ({ projectId, registered: { contact } }) => ({ ...onContact(projectId, contact), archived: true }),
  'contact.merge': ({ projectId, registered: { contact }, fresh }) => ({
    ...onContact(projectId, contact),
    intoId: fresh.contact.id,
  }),
  'contact.delete': ({ projectId, registered: { contact } }) => onContact(projectId, contact),
  'contact.erase': ({ fresh }) => ({ commandId: randomUUID(), contactId: fresh.contact.id }),
  'person.erase': ({ projectId }) => ({ commandId: randomUUID(), projectId, accountId: PEOPLE.member }),
  'journal.verify': ({ projectId }) => ({ projectId }),
  'journal.export': ({ projectId }) => ({ projectId, after: 0 }),
  'derived.rebuild': ({ projectId }) => ({ projectId, after: 0 }),
  'summary.show': ({ issueId }) => ({ source: 'linked', issue: issueId, depth: 1 }),
  'edition.list': ({ edition: { pageId } }) => ({ pageId, macroId: MACRO }),
  'edition.show': ({ edition }) => ({ editionId: edition.id }),
  'edition.preview': ({ edition: { pageId } }) => ({ pageId, source: { source: 'page', pageId } }),
  'edition.freeze': ({ edition: { pageId } }) => ({
    ...{ commandId: randomUUID(), pageId, macroId: MACRO, source: { source: 'page', pageId } },
    ...{ name: 'Second', date: '2026-03-02', note: 'Once more.' },
  }),
  'edition.erase': ({ edition }) => ({ commandId: randomUUID(), editionId: edition.id }),
  'mirror.rebuild': ({ projectId }) => ({ commandId: randomUUID(), projectId }),
  'mirror.status': ({ projectId }) => ({ projectId }),
  'data.usage': ({ projectId }) => ({ projectId }),
  'project.eraseData': ({ projectId, projectKey }) => ({ projectId, projectKey }),
  'archive.export': ({ projectId }) => ({ projectId, place: { part: 'journal', after: 0, until: 100 } }),
  'archive.table': ({ projectId }) => ({ projectId, table: 'feedback', after: null }),
  'archive.import': ({ projectId, projectKey }) => ({
    ...{ projectId, importId: randomUUID(), from: 0 },
    lines: [JSON.stringify({ ...anArchiveHeader(projectId), projectKey })],
  }),
  'settings.get': ({ projectId }) => ({ projectId }),
  'settings.save': ({ projectId, settingsVersion: expectedVersion }) => ({
    commandId: randomUUID(),
    projectId,
    expectedVersion,
    choices: { testTypes: ['Probe'], cost: { currency: 'EUR', ratePerDay: 640 } },
  }),
  'settings.history': ({ projectId }) => ({ projectId }),
  'settings.propose': ({ projectId }) => ({ projectId }),
  'siteSettings.get': () => ({}),
  'siteSettings.save': ({ siteSettingsVersion: expectedVersion }) => ({
    commandId: randomUUID(),
    expectedVersion,
    choices: { defectTypes: ['Slip'], cost: { currency: 'CHF' } },
  }),
  'siteSettings.history': () => ({}),
};

/** Every procedure, as rows for `it.each`. */
export const ALL_PROCEDURES = Object.entries<Procedure>(PROCEDURES).flatMap(([key, { requires, effect }]) =>
  isProcedure(key) ? [{ name: key, requires, effect }] : [],
);

function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(EXAMPLES, name);
}

/** Sets as much of a scene as the procedure's example reads; somebody has always said something. */
export function sceneFor(app: PreparedSandbox, issueId: string, name: ProcedureName): Promise<Scene> {
  return setScene(app, issueId, new Set([...partsRead(EXAMPLES[name]), 'fresh']));
}
