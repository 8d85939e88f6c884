import { randomUUID } from 'node:crypto';
import type { ProcedurePayload } from '../../src/contract/procedures';
import { aChange, aClient, aContact, aFeedback, onClient, onContact } from '../support/builders';
import { openIssues } from '../support/issues';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

let app: PreparedSandbox;
let issueId: string;
let projectId: string;

beforeEach(async () => {
  app = await prepareSandbox();
  const [issue] = openIssues(app.sandbox, 1);
  [issueId, projectId] = [issue?.id ?? '', issue?.projectId ?? ''];
});
afterEach(() => app.sandbox.close());

const admin = () => ({ as: PEOPLE.admin, on: issueId });
const member = () => ({ as: PEOPLE.member, on: issueId });
const client = (name: string) => app.succeed('client.save', aClient({ projectId, name }), admin());
const contact = (clientId: string, name: string) =>
  app.succeed('contact.save', aContact({ projectId, clientId, name }), admin());
const said = (contactId: string, text = 'Something') =>
  app.succeed('feedback.record', aFeedback({ issueId, contact: { id: contactId }, text }), member());
const list = (wanted: { query?: string; archived?: boolean; offset?: number; limit?: number } = {}) =>
  app.succeed('register.list', { projectId, query: '', archived: false, offset: 0, limit: 100, ...wanted }, admin());
const offered = async (query: string) =>
  (await app.succeed('contact.search', { issueId, query }, member())).contacts.map(({ name }) => name);
const whole = async () => {
  const check = await app.succeed('journal.verify', { projectId }, admin());
  return check.outcome;
};

describe('the register', () => {
  it('keeps what is known of clients and people, and finds them by either name', async () => {
    const port = await client('Port of Rotterdam');
    const { id } = await contact(port.id, 'Zoë Vermeer');
    await client('Nobody there');
    const known = {
      ...{ role: 'Harbour master', language: 'nl', timeZone: 'Europe/Amsterdam', channel: 'call' as const },
      ...{ hours: { opens: 8, closes: 16.5 }, accountId: PEOPLE.reader },
    };
    const edit = aContact({ projectId, clientId: port.id, contactId: id, expectedVersion: 1, name: 'Zoë Vermeer' });
    await app.succeed('contact.save', { ...edit, ...known }, admin());
    const page = await list({ query: 'zoë' });
    expect(page.contacts).toEqual([
      { id, version: 2, clientId: port.id, name: 'Zoë Vermeer', archived: false, feedback: 0, ...known },
    ]);
    expect((await list({ query: 'rotter' })).contacts).toHaveLength(1);
    expect((await list()).clients.map(({ name }) => name)).toEqual(['Nobody there', 'Port of Rotterdam']);
    expect(await list()).toMatchObject({ total: 2, lines: 2 });
  });

  it('tells the slower of two administrators what holds now', async () => {
    const port = await client('Port');
    const edit = { ...aClient({ projectId, name: 'Port A', clientId: port.id, expectedVersion: 1 }) };
    await app.succeed('client.save', edit, admin());
    const late = { ...edit, commandId: randomUUID(), name: 'Port B' };
    const refused = await app.refuse('client.save', late, admin());
    expect(refused).toMatchObject({ code: 'CONFLICT', currentClient: { name: 'Port A', version: 2 } });
  });

  it('has no two clients, and no two people of one client, of the same name', async () => {
    const port = await client('Port');
    await contact(port.id, 'Ana');
    const taken = [{ path: 'name', rule: 'taken' }];
    expect(await app.refuse('client.save', aClient({ projectId, name: 'PORT' }), admin())).toMatchObject({
      fields: taken,
    });
    const again = aContact({ projectId, clientId: port.id, name: 'ana' });
    expect(await app.refuse('contact.save', again, admin())).toMatchObject({ fields: taken });
  });

  it('refuses a calendar that contradicts itself, at the value to be changed', async () => {
    const calendar = {
      workingDays: [1],
      opens: 9,
      closes: 9,
      holidays: ['2026-10-01'],
      extraWorkingDays: ['2026-10-01'],
    };
    const refused = await app.refuse('client.save', aClient({ projectId, name: 'P', calendar }), admin());
    expect(refused.fields).toEqual([
      { path: 'calendar.closes', rule: 'closes_before_opening' },
      { path: 'calendar.extraWorkingDays', rule: 'both_holiday_and_working_day' },
    ]);
  });

  it('does not offer archived people any more, whose feedback shows them as before', async () => {
    const port = await client('Port');
    const ana = await contact(port.id, 'Ana');
    const item = await said(ana.id);
    await app.succeed('contact.archive', { ...onContact(projectId, ana), archived: true }, admin());
    expect(await offered('ana')).toEqual([]);
    expect((await list()).contacts).toEqual([]);
    expect((await list({ archived: true })).contacts).toMatchObject([{ name: 'Ana', archived: true, feedback: 1 }]);
    const shown = await app.succeed('feedback.get', { feedbackId: item.id }, member());
    expect(shown.contact.name).toBe('Ana');
    await app.succeed('contact.archive', { ...onContact(projectId, { ...ana, version: 2 }), archived: false }, admin());
    expect(await offered('ana')).toEqual(['Ana']);
  });

  it('does not offer the people of an archived client', async () => {
    const port = await client('Port');
    await contact(port.id, 'Ana');
    await app.succeed('client.archive', { ...onClient(projectId, port), archived: true }, admin());
    expect(await offered('ana')).toEqual([]);
  });
});

describe('an offer without a day of its own', () => {
  it.each([
    ['the project’s calendar', null, '2026-04-01'],
    ['a calendar of its own, on a day that it works', [], '2026-04-01'],
    [
      'a calendar of its own, past its holidays and free days',
      ['2026-04-01', '2026-04-02', '2026-04-03'],
      '2026-04-06',
    ],
  ])('holds for a client with %s', async (_, holidays, until) => {
    jest.spyOn(app.sandbox.clock, 'now').mockReturnValue(Date.UTC(2026, 2, 2, 8));
    const own = { workingDays: [1, 2, 3, 4, 5], opens: 9, closes: 17, extraWorkingDays: [] };
    const calendar = holidays === null ? null : { ...own, holidays };
    const port = await app.succeed('client.save', aClient({ projectId, name: 'Port', calendar }), admin());
    const ana = await contact(port.id, 'Ana');
    const change = await app.succeed('change.raise', aChange({ issueId, requestedBy: { id: ana.id } }), member());
    expect(change.validUntil).toBe(until);
  });
});

describe('merging', () => {
  it('makes two people one: what the first said counts and shows for the second, whoever merged before', async () => {
    const port = await client('Port');
    const [a, b, c] = [await contact(port.id, 'A'), await contact(port.id, 'B'), await contact(port.id, 'C')];
    const item = await said(a.id);
    await app.succeed('contact.merge', { ...onContact(projectId, a), intoId: b.id }, admin());
    await app.succeed('contact.merge', { ...onContact(projectId, { ...b, version: 2 }), intoId: c.id }, admin());
    expect((await list()).contacts).toMatchObject([{ name: 'C', feedback: 1 }]);
    const shown = await app.succeed('feedback.get', { feedbackId: item.id }, member());
    expect(shown.contact).toMatchObject({ id: c.id, name: 'C' });
    const typed = { name: 'A', client: { name: 'Port' } };
    const next = await app.succeed('feedback.record', aFeedback({ issueId, contact: typed }), member());
    expect(next.contact.id).toBe(c.id);
    expect((await said(b.id)).contact.id).toBe(c.id);
    expect(await whole()).toBe('whole');
  });

  it('makes two clients one: the people of the first belong to the second', async () => {
    const [first, second, third] = [await client('First'), await client('Second'), await client('Third')];
    const ana = await contact(first.id, 'Ana');
    const item = await said(ana.id);
    await app.succeed('client.merge', { ...onClient(projectId, first), intoId: second.id }, admin());
    await app.succeed('client.merge', { ...onClient(projectId, { ...second, version: 2 }), intoId: third.id }, admin());
    const page = await list();
    expect(page.clients.map(({ name }) => name)).toEqual(['Third']);
    expect(page.contacts).toMatchObject([{ name: 'Ana', clientId: third.id }]);
    const shown = await app.succeed('feedback.get', { feedbackId: item.id }, member());
    expect(shown.contact.client.name).toBe('Third');
  });

  it('is refused into itself and into what is merged already', async () => {
    const port = await client('Port');
    const [a, b] = [await contact(port.id, 'A'), await contact(port.id, 'B')];
    expect(await app.refuse('contact.merge', { ...onContact(projectId, a), intoId: a.id }, admin())).toMatchObject({
      code: 'ENTRY_UNUSABLE',
    });
    await app.succeed('contact.merge', { ...onContact(projectId, a), intoId: b.id }, admin());
    const back = { ...onContact(projectId, { ...b, version: 2 }), intoId: a.id };
    expect(await app.refuse('contact.merge', back, admin())).toMatchObject({ code: 'ENTRY_UNUSABLE' });
  });
});

describe('deleting and erasing', () => {
  it('deletes whom nothing names, and says of others what to do instead', async () => {
    const port = await client('Port');
    const [a, b] = [await contact(port.id, 'A'), await contact(port.id, 'B')];
    await said(a.id);
    expect(await app.refuse('contact.delete', onContact(projectId, a), admin())).toMatchObject({
      code: 'CONTACT_IN_USE',
    });
    expect(await app.refuse('client.delete', onClient(projectId, port), admin())).toMatchObject({
      code: 'CLIENT_IN_USE',
    });
    await app.succeed('contact.delete', onContact(projectId, b), admin());
    expect((await list()).contacts.map(({ name }) => name)).toEqual(['A']);
    const values = await app.sandbox.query('SELECT body FROM erasable WHERE body = ?', ['B']);
    expect(values).toEqual([]);
  });

  it.each([
    ['keep', 'Sixty'],
    ['remove', null],
  ] as const)('erases all that is known of a person, texts as chosen: %s', async (texts, left) => {
    const port = await client('Port');
    const [old, ana] = [await contact(port.id, 'Old name'), await contact(port.id, 'Ana')];
    const items = [];
    for (let count = 0; count < 60; count += 1) items.push(await said(count % 2 === 0 ? old.id : ana.id, 'Sixty'));
    await app.succeed('contact.merge', { ...onContact(projectId, old), intoId: ana.id }, admin());
    const edit = aContact({ projectId, clientId: port.id, contactId: ana.id, expectedVersion: 2, name: 'Ana' });
    await app.succeed('contact.save', { ...edit, role: 'Secret role', accountId: PEOPLE.reader }, admin());
    let next: string | null = null;
    do {
      const payload: ProcedurePayload<'contact.erase'> = {
        commandId: randomUUID(),
        contactId: ana.id,
        texts,
        ...(next === null ? {} : { after: next }),
      };
      const erased: { next: string | null } = await app.succeed('contact.erase', payload, admin());
      ({ next } = erased);
    } while (next !== null);
    const bodies = await app.sandbox.query('SELECT body, account_id FROM erasable', []);
    const kept = JSON.stringify(bodies);
    for (const gone of ['Ana', 'Old name', 'Secret role', PEOPLE.reader]) expect(kept).not.toContain(gone);
    const last = await app.succeed('feedback.get', { feedbackId: items[0]?.id ?? '' }, member());
    expect([last.text, last.contact.name]).toEqual([left, null]);
    expect((await list({ archived: true })).contacts).toEqual([]);
    expect(await whole()).toBe('whole');
  });
});

describe('importing', () => {
  const lines = [
    { client: 'Port', name: 'Ana', role: 'Master', language: 'ZH-hans', opens: '9', closes: '17:30' },
    { client: 'port', name: 'Bo', channel: 'Email', timeZone: 'Asia/Shanghai' },
    { client: '码头', name: '王伟', role: '经理' },
    { client: 'Alone' },
  ];
  const send = (more: readonly object[], commandId = randomUUID()) =>
    app.succeed('register.import', { commandId, projectId, lines: [...more] }, admin());

  it('adds who is new, brings the others up to date and leaves alone what the file leaves open', async () => {
    expect(await send(lines)).toEqual({ clientsAdded: 3, added: 3, updated: 0, unchanged: 1 });
    expect(await send(lines)).toEqual({ clientsAdded: 0, added: 0, updated: 0, unchanged: 4 });
    const change = [{ client: 'PORT', name: 'ANA', role: 'Director' }];
    expect(await send(change)).toEqual({ clientsAdded: 0, added: 0, updated: 1, unchanged: 0 });
    expect((await list({ query: 'ana' })).contacts).toMatchObject([
      { name: 'Ana', role: 'Director', language: 'zh-Hans', hours: { opens: 9, closes: 17.5 } },
    ]);
  });

  it('happens once, however often it is sent', async () => {
    const commandId = randomUUID();
    const first = await send(lines, commandId);
    expect(await send(lines, commandId)).toEqual(first);
    expect((await list()).total).toBe(4);
  });

  it('takes none of the lines when one is wrong, and names each wrong cell', async () => {
    const wrong = [
      { client: 'Port', name: 'New' },
      { name: 'x'.repeat(201), channel: 'pigeon' },
      { client: 'port', name: 'NEW' },
    ];
    const refused = await app.refuse('register.import', { commandId: randomUUID(), projectId, lines: wrong }, admin());
    expect(refused.fields).toEqual([
      { path: 'lines.1.client', rule: 'missing' },
      { path: 'lines.1.channel', rule: 'not_a_choice' },
      { path: 'lines.1.name', rule: 'too_long', limit: 200 },
      { path: 'lines.2.name', rule: 'repeated' },
    ]);
    expect((await list()).total).toBe(0);
  });

  it('takes as many lines at once as it says, with the longest names', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      client: `${index} ${'客'.repeat(195)}`,
      name: `${index} ${'人'.repeat(195)}`,
      role: '职'.repeat(200),
    }));
    expect(await send(many)).toMatchObject({ clientsAdded: 250, added: 250 });
    expect(await whole()).toBe('whole');
  });
});
