import { PEOPLE } from '../support/people';
import { idOf } from './script';
import type { Script } from './script';

/** The register: entered, corrected, imported, merged, archived, deleted; refusals too. */
export async function register({ send, commandId }: Script, projectId: string): Promise<void> {
  const as = PEOPLE.admin;
  const list = async () => {
    for (const query of ['', 'ana', 'ŌTA', '%', "'"]) {
      for (const archived of [true, false]) await send('register.list', { ...page, query, archived }, as);
    }
  };
  const page = { projectId, offset: 0, limit: 5 };
  await list();
  const calendar = { workingDays: [1, 2], opens: 8, closes: 16.5, holidays: ['2026-10-01'], extraWorkingDays: [] };
  const harbour = {
    projectId,
    clientId: null,
    expectedVersion: 0,
    name: '港务局 “Ō”',
    timeZone: 'Asia/Shanghai',
    calendar,
  };
  const client = idOf(await send('client.save', { ...harbour, commandId: commandId() }, as));
  await send('client.save', { ...harbour, commandId: commandId() }, as);
  await send('client.get', { projectId, clientId: client }, as);
  const nothing = { role: null, language: null, timeZone: null, channel: null, hours: null, accountId: null };
  const person = { projectId, clientId: client, contactId: null, expectedVersion: 0, ...nothing };
  const first = idOf(await send('contact.save', { ...person, commandId: commandId(), name: '王伟' }, as));
  const all = { role: '经理', language: 'zh', timeZone: 'Asia/Shanghai', channel: 'chat', accountId: as } as const;
  const more = {
    ...person,
    ...all,
    hours: { opens: 9, closes: 18 },
    contactId: first,
    expectedVersion: 1,
    name: '王伟',
  };
  await send('contact.save', { ...more, commandId: commandId() }, as);
  await send('contact.save', { ...more, commandId: commandId(), role: 'Late' }, as);
  const lines = ['Ana', 'ana plain', 'Bo'].map((name) => ({
    client: 'PORT',
    name,
    role: 'R&D',
    opens: '9',
    closes: '17',
  }));
  await send('register.import', { commandId: commandId(), projectId, lines }, as);
  await send('register.import', { commandId: commandId(), projectId, lines }, as);
  const wrong = [{ client: '', name: 'A', language: 'not a language', channel: 'pigeon', opens: '7' }];
  await send('register.import', { commandId: commandId(), projectId, lines: wrong }, as);
  const second = idOf(await send('contact.save', { ...person, commandId: commandId(), name: '王 伟' }, as));
  await send(
    'contact.merge',
    { commandId: commandId(), projectId, contactId: second, expectedVersion: 1, intoId: first },
    as,
  );
  await send(
    'contact.merge',
    { commandId: commandId(), projectId, contactId: second, expectedVersion: 2, intoId: first },
    as,
  );
  const other = { ...harbour, name: 'Second', timeZone: null, calendar: null, commandId: commandId() };
  const merged = idOf(await send('client.save', other, as));
  await send(
    'client.merge',
    { commandId: commandId(), projectId, clientId: client, expectedVersion: 1, intoId: merged },
    as,
  );
  await send(
    'client.archive',
    { commandId: commandId(), projectId, clientId: merged, expectedVersion: 2, archived: true },
    as,
  );
  await send('client.delete', { commandId: commandId(), projectId, clientId: merged, expectedVersion: 3 }, as);
  await send(
    'contact.archive',
    { commandId: commandId(), projectId, contactId: first, expectedVersion: 3, archived: true },
    as,
  );
  await list();
  await send('contact.delete', { commandId: commandId(), projectId, contactId: first, expectedVersion: 4 }, as);
  await send('client.delete', { commandId: commandId(), projectId, clientId: merged, expectedVersion: 3 }, as);
  await list();
}
