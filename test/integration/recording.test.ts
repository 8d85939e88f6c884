import { randomUUID } from 'node:crypto';
import { aFeedback, onItem } from '../support/builders';
import { expectWholeJournal } from '../support/journal';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { anOpenIssue } from '../support/issues';

let app: PreparedSandbox;
let issueId: string;
const member = () => ({ as: PEOPLE.member, on: issueId });

beforeAll(async () => {
  app = await prepareSandbox();
  issueId = anOpenIssue(app.sandbox).id;
});
afterAll(() => app.sandbox.close());

describe('recording feedback', () => {
  it('works on the first view of an installation whose tables were never made', async () => {
    const list = await app.succeed('feedback.list', { issueId, offset: 0 }, member());
    expect(list).toMatchObject({ total: 0, items: [], mayEdit: true, issue: { id: issueId } });
  });

  it('stores what was said and shows it in the list', async () => {
    const contact = { name: 'Zoë Müller', client: { name: 'Hafen Nord' } };
    const given = aFeedback({ issueId, contact, text: `  Ein Wunsch – 一个愿望 🚢\r\n${'ä'.repeat(300)}  ` });
    const recorded = await app.succeed('feedback.record', given, member());
    expect(recorded).toMatchObject({
      version: 1,
      state: 'new',
      kind: given.kind,
      importance: given.importance,
      channel: given.channel,
      saidOn: given.saidOn,
      mine: true,
      truncated: true,
      mergedInto: null,
      contact,
      clock: { phase: 'response' },
    });
    const { items } = await app.succeed('feedback.list', { issueId, offset: 0 }, member());
    expect(items.find((item) => item.id === recorded.id)).toEqual(recorded);
    const detail = await app.succeed('feedback.get', { feedbackId: recorded.id }, member());
    expect(detail.text).toBe(`Ein Wunsch – 一个愿望 🚢\n${'ä'.repeat(300)}`);
    expect(Array.from(detail.excerpt ?? '')).toHaveLength(280);
    await expectWholeJournal(app.sandbox);
  });

  it('is done once, however often the same command arrives, also at the same time', async () => {
    const given = aFeedback({ issueId });
    const all = await Promise.all([1, 2, 3].map(() => app.succeed('feedback.record', given, member())));
    const again = await app.succeed('feedback.record', given, member());
    expect(new Set([...all, again].map((item) => item.id)).size).toBe(1);
  });

  it('refuses a command id that somebody else used, and tells nothing of theirs', async () => {
    const given = aFeedback({ issueId });
    await app.succeed('feedback.record', given, member());
    const error = await app.refuse('feedback.record', given, { as: PEOPLE.otherMember, on: issueId });
    expect(error.code).toBe('COMMAND_REUSED');
    expect(error.current).toBeUndefined();
  });

  it('refuses a command id that was used for something else', async () => {
    const recorded = await app.succeed('feedback.record', aFeedback({ issueId }), member());
    const move = { ...onItem(recorded), to: 'planned' as const };
    await app.succeed('feedback.move', move, member());
    const note = { commandId: move.commandId, feedbackId: recorded.id, note: 'another thing' };
    expect((await app.refuse('feedback.note', note, member())).code).toBe('COMMAND_REUSED');
  });

  it('knows a new name of the same client as the same contact, whatever its case', async () => {
    const mark = randomUUID().slice(0, 8);
    const contact = (name: string, client: string) => ({
      name: `${name} ${mark}`,
      client: { name: `${client} ${mark}` },
    });
    const [one, two, three] = [
      await app.succeed('feedback.record', aFeedback({ issueId, contact: contact('Ana', 'Port') }), member()),
      await app.succeed('feedback.record', aFeedback({ issueId, contact: contact('ANA', 'port') }), member()),
      await app.succeed('feedback.record', aFeedback({ issueId, contact: contact('Ana', 'Harbour') }), member()),
    ];
    expect(two.contact).toEqual(one.contact);
    expect(three.contact.id).not.toBe(one.contact.id);
    const found = await app.succeed('contact.search', { issueId, query: `ANA ${mark}` }, member());
    expect(found.contacts).toHaveLength(2);
    const byClient = await app.succeed('contact.search', { issueId, query: `harbour ${mark}` }, member());
    expect(byClient).toMatchObject({ contacts: [three.contact], clients: [three.contact.client], complete: true });
  });

  it('finds names by what they contain, wild cards taken literally', async () => {
    const mark = randomUUID().slice(0, 8);
    const contact = { name: `100%_! ${mark}`, client: { name: 'Wild' } };
    await app.succeed('feedback.record', aFeedback({ issueId, contact }), member());
    const found = await app.succeed('contact.search', { issueId, query: `0%_! ${mark}` }, member());
    expect(found.contacts.map((one) => one.name)).toEqual([contact.name]);
    const none = await app.succeed('contact.search', { issueId, query: `1%! ${mark}` }, member());
    expect(none.contacts).toEqual([]);
  });

  it('refuses a day that has not begun where the reporter is', async () => {
    app.sandbox.clock.set(Date.UTC(2026, 10, 20, 23));
    const tomorrow = { issueId, saidOn: '2026-11-21' };
    const error = await app.refuse('feedback.record', aFeedback({ ...tomorrow, timeZone: 'Europe/London' }), member());
    expect(error).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'saidOn', rule: 'in_future' }] });
    await app.succeed('feedback.record', aFeedback({ ...tomorrow, timeZone: 'Asia/Shanghai' }), member());
  });

  it('refuses a contact of nowhere, a client of nowhere, and one that was erased', async () => {
    const record = (contact: Parameters<typeof aFeedback>[0]['contact']) =>
      app.refuse('feedback.record', aFeedback({ issueId, ...(contact === undefined ? {} : { contact }) }), member());
    expect((await record({ id: randomUUID() })).code).toBe('CONTACT_NOT_FOUND');
    expect((await record({ name: 'Ana', client: { id: randomUUID() } })).code).toBe('CLIENT_NOT_FOUND');

    const said = await app.succeed('feedback.record', aFeedback({ issueId }), member());
    const erase = { commandId: randomUUID(), contactId: said.contact.id };
    expect((await app.refuse('contact.erase', erase, member())).code).toBe('NOT_ALLOWED');
    await app.succeed('contact.erase', erase, { as: PEOPLE.admin, on: issueId });
    expect((await record({ id: said.contact.id })).code).toBe('CONTACT_ERASED');

    const { contact } = await app.succeed('feedback.get', { feedbackId: said.id }, member());
    expect(contact).toMatchObject({ id: said.contact.id, name: null, client: said.contact.client });
    const rows = await app.sandbox.query('SELECT * FROM erasable');
    expect(JSON.stringify([rows, await app.sandbox.query('SELECT * FROM contact')])).not.toContain(said.contact.name);
    await expectWholeJournal(app.sandbox);
  });

  it('refuses an issue that does not exist, and one that was deleted meanwhile', async () => {
    const given = aFeedback({ issueId: '999999999' });
    expect((await app.refuse('feedback.record', given, member())).code).toBe('ISSUE_NOT_FOUND');
    const recorded = await app.succeed('feedback.record', aFeedback({ issueId }), member());
    app.sandbox.site.deleteIssue(issueId);
    const on = { as: PEOPLE.member, on: anOpenIssue(app.sandbox).id };
    expect((await app.refuse('feedback.list', { issueId, offset: 0 }, on)).code).toBe('ISSUE_NOT_FOUND');
    expect((await app.refuse('feedback.get', { feedbackId: recorded.id }, on)).code).toBe('FEEDBACK_NOT_FOUND');
    const move = { ...onItem(recorded), to: 'planned' as const };
    expect((await app.refuse('feedback.move', move, on)).code).toBe('FEEDBACK_NOT_FOUND');
  });
});
