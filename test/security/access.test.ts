import type { ErrorCode } from '../../src/contract/errors';
import { PROCEDURES } from '../../src/contract/procedures';
import type { ProcedureName, Requirement } from '../../src/contract/procedures';
import { dump } from '../support/database';
import { PEOPLE } from '../support/people';
import { ALL_PROCEDURES, EXAMPLES } from '../support/procedureExamples';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { aSmallProject } from '../support/issues';

let app: PreparedSandbox;
let page: string;
let restricted: string;
/** Scenes that nobody has changed yet. */
const scenes: Partial<Record<'open' | 'restricted', Scene>> = {};

async function sceneOn(where: 'open' | 'restricted'): Promise<Scene> {
  scenes[where] ??= await setScene(app, where === 'open' ? page : restricted);
  return scenes[where];
}

beforeAll(async () => {
  app = await prepareSandbox();
  const issues = aSmallProject(app.sandbox);
  [page, restricted] = [issues.open.id, issues.restricted.id];
});
afterAll(() => app.sandbox.close());

const PROJECT: readonly Requirement[] = ['view', 'edit', 'administer'];
const EVERYTHING: readonly Requirement[] = [...PROJECT, 'administerSite'];

/** What the person may do where. */
const PEOPLE_AND_RIGHTS: readonly {
  readonly who: string;
  readonly accountId: string;
  readonly where: 'open' | 'restricted';
  readonly holds: readonly Requirement[];
}[] = [
  { who: 'an administrator', accountId: PEOPLE.admin, where: 'open', holds: EVERYTHING },
  { who: 'an administrator', accountId: PEOPLE.admin, where: 'restricted', holds: EVERYTHING },
  { who: 'an administrator of the project', accountId: PEOPLE.lead, where: 'open', holds: PROJECT },
  { who: 'an administrator of the project', accountId: PEOPLE.lead, where: 'restricted', holds: PROJECT },
  { who: 'a member', accountId: PEOPLE.member, where: 'open', holds: ['view', 'edit'] },
  { who: 'a member', accountId: PEOPLE.member, where: 'restricted', holds: ['view', 'edit'] },
  { who: 'a reader', accountId: PEOPLE.reader, where: 'open', holds: ['view'] },
  { who: 'a reader', accountId: PEOPLE.reader, where: 'restricted', holds: [] },
  { who: 'an outsider', accountId: PEOPLE.outsider, where: 'open', holds: [] },
  { who: 'an outsider', accountId: PEOPLE.outsider, where: 'restricted', holds: [] },
  { who: 'an account that the site does not know', accountId: 'nobody-knows', where: 'open', holds: [] },
  { who: 'somebody not signed in', accountId: 'unidentified', where: 'open', holds: [] },
];

const HIDING: readonly ErrorCode[] = [
  'ISSUE_NOT_FOUND',
  'PROJECT_NOT_FOUND',
  'FEEDBACK_NOT_FOUND',
  'CHANGE_NOT_FOUND',
  'CONTACT_NOT_FOUND',
  'PAGE_NOT_FOUND',
  'EDITION_NOT_FOUND',
  'NOT_SIGNED_IN',
];
const REFUSING: readonly ErrorCode[] = ['NOT_ALLOWED'];

/** Procedures on what belongs to the project, not to one issue. */
const OF_THE_PROJECT: ReadonlySet<ProcedureName> = new Set([
  'contact.erase',
  'person.erase',
  'journal.verify',
  'journal.export',
  'derived.rebuild',
  'mirror.rebuild',
  'mirror.status',
  'data.usage',
  'project.eraseData',
  'archive.export',
  'archive.table',
  'archive.import',
  'settings.get',
  'settings.save',
  'settings.history',
  'settings.propose',
  'siteSettings.get',
  'siteSettings.save',
  'siteSettings.history',
  ...ALL_PROCEDURES.map(({ name }) => name).filter((name) => /^(?:register|client)\.|^contact\.(?!search)/u.test(name)),
]);

const cases = ALL_PROCEDURES.flatMap((procedure) => PEOPLE_AND_RIGHTS.map((person) => ({ ...procedure, ...person })));

function expectedCodes(name: ProcedureName, person: (typeof PEOPLE_AND_RIGHTS)[number]): readonly ErrorCode[] {
  if (person.holds.includes('view')) return REFUSING;
  if (PROCEDURES[name].requires === 'administerSite') return [...REFUSING, 'NOT_SIGNED_IN'];
  // A reader sees the project though not the issue.
  if (OF_THE_PROJECT.has(name) && person.accountId === PEOPLE.reader) return REFUSING;
  return HIDING;
}

describe('every procedure for every kind of person', () => {
  it.each(cases)('$name by $who on the $where issue', async ({ name, requires, effect, ...person }) => {
    const scene = await sceneOn(person.where);
    const before = await dump(app.sandbox);
    const result = await app.call(name, EXAMPLES[name](scene), { as: person.accountId, on: page });
    const allowed = person.holds.includes(requires);
    expect({ allowed: result.ok }).toEqual({ allowed });
    if (!result.ok) {
      expect(expectedCodes(name, person)).toContain(result.error.code);
      for (const secret of scene.secrets) expect(JSON.stringify(result)).not.toContain(secret);
    }
    if (!allowed || effect !== 'write') expect(await dump(app.sandbox)).toBe(before);
    else {
      expect(await dump(app.sandbox)).not.toBe(before);
      const changed = OF_THE_PROJECT.has(name) ? ['open', 'restricted'] : [person.where];
      for (const where of changed) Reflect.deleteProperty(scenes, where);
    }
  });
});

describe('what is hidden', () => {
  it.each(ALL_PROCEDURES)(
    '$name answers an item that exists but is hidden as one that does not exist',
    async ({ name }) => {
      const caller = { as: PEOPLE.outsider, on: page };
      const restricted = await sceneOn('restricted');
      const missing = '01900000-0000-7000-8000-000000000000';
      const hidden = await app.refuse(name, EXAMPLES[name](restricted), caller);
      const absentEntry = { id: missing, version: 1 };
      const nothing = { ...restricted.fresh, id: missing, contact: { ...restricted.fresh.contact, id: missing } };
      const nowhere: Scene = {
        ...restricted,
        issueId: '987654321',
        projectId: '987654321',
        fresh: nothing,
        resolved: nothing,
        merged: nothing,
        asking: nothing,
        change: { ...restricted.change, id: missing },
        awaiting: { ...restricted.awaiting, id: missing },
        implemented: { ...restricted.implemented, id: missing },
        edition: { id: missing, pageId: '987654321' },
        registered: { client: absentEntry, contact: absentEntry, empty: absentEntry },
      };
      const absent = await app.refuse(name, EXAMPLES[name](nowhere), caller);
      expect({ ...hidden, reference: '' }).toEqual({ ...absent, reference: '' });
    },
  );

  it('counts in no list: the reader of one issue learns nothing of the other', async () => {
    const restricted = await sceneOn('restricted');
    const list = await app.succeed('feedback.list', { issueId: page, offset: 0 }, { as: PEOPLE.reader, on: page });
    const ids = list.items.map((item) => item.id);
    for (const item of [restricted.fresh, restricted.resolved]) expect(ids).not.toContain(item.id);
    for (const secret of restricted.secrets) expect(JSON.stringify(list)).not.toContain(secret);
  });

  it('does not follow from what the page claims: the issue in the context opens no other', async () => {
    const { issueId } = await sceneOn('restricted');
    const payload = { issueId, offset: 0 };
    const error = await app.refuse('feedback.list', payload, { as: PEOPLE.reader, on: page });
    expect(error.code).toBe('ISSUE_NOT_FOUND');
  });
});
