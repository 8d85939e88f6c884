import fc from 'fast-check';
import type { ClientLine, ContactEntry } from '../../../src/contract/register';
import { lineKey, readLine } from '../../../src/contract/registerLine';
import { csvOf } from '../../../static/ui/src/lib/csv';
import { decode } from '../../../static/ui/src/surfaces/project-settings/people/csv/decode';
import { exportRows } from '../../../static/ui/src/surfaces/project-settings/people/csv/exportRows';
import { protectedCell, unprotected } from '../../../static/ui/src/surfaces/project-settings/people/csv/formulas';
import { LINES_LIMIT, planImport } from '../../../static/ui/src/surfaces/project-settings/people/csv/plan';
import type { KnownPeople } from '../../../static/ui/src/surfaces/project-settings/people/csv/plan';
import { readSheet } from '../../../static/ui/src/surfaces/project-settings/people/csv/readSheet';

const NOBODY: KnownPeople = { contacts: new Map(), clients: new Set() };
const utf8 = (text: string) => new TextEncoder().encode(text);
const never = () => Promise.resolve();
const plan = (text: string, known = NOBODY) => planImport(readSheet(text), new Map([['客户', 'client']]), known, never);

const aClientLine = (name: string): ClientLine => ({
  ...{ id: name, version: 1, name, timeZone: null, hasCalendar: false, archived: false },
});
const aPerson = (over: Partial<ContactEntry>): ContactEntry => ({
  ...{ id: 'p', version: 1, clientId: 'Port', name: 'Ana', accountId: null, archived: false, feedback: 0 },
  ...{ role: null, language: null, timeZone: null, channel: null, hours: null },
  ...over,
});

describe('the encoding of a file', () => {
  const text = '客户,姓名\n码头,王伟';
  const utf16 = (isLittle: boolean) =>
    Uint8Array.from(
      [0xfeff, ...Array.from(text, (each) => each.charCodeAt(0))].flatMap((unit) =>
        isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
      ),
    );
  const GB18030 = [
    0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xc2, 0xeb, 0xcd, 0xb7, 0x2c, 0xcd, 0xf5, 0xce, 0xb0,
  ];
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\uFEFF${text}`)],
    ['UTF-16 of either order', utf16(true)],
    ['UTF-16 of the other order', utf16(false)],
    ['GB18030', Uint8Array.from(GB18030)],
  ])('is found: %s', (_, bytes) => {
    expect(decode(bytes)).toBe(text);
  });

  it('is none for what is no text', () => {
    expect(decode(Uint8Array.from([0xff, 0x00, 0xff, 0xff, 0x80]))).toBeNull();
  });
});

describe('rows of a file', () => {
  it.each([[','], [';'], ['\t']])('are separated by "%s", quoted or not, whatever ends a line', (separator) => {
    const text = ['client', 'name'].join(separator) + '\r\n' + ['"Port, ""old"";\t"', 'Ana'].join(separator) + '\r\rX';
    const rows = readSheet(text).map(({ line, cells }) => [line, ...cells]);
    expect(rows).toEqual([
      [1, 'client', 'name'],
      [2, 'Port, "old";\t', 'Ana'],
      [4, 'X'],
    ]);
  });

  it('bear the number of the line that they begin on, also behind a cell of several lines', () => {
    const rows = readSheet('client,name\n\n"a\nb\n\nc",Ana\nPort,Bo\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 7]);
  });

  it('that are broken take no other along', () => {
    const text = 'client,name\nPort,"Ana" x\nPort,Bo\nPort,"never closed\nPort,Cy\n';
    const rows = readSheet(text);
    expect(rows.map(({ line, broken, cells }) => [line, broken ? 'broken' : cells[1]])).toEqual([
      [1, 'name'],
      [2, 'broken'],
      [3, 'Bo'],
      [4, 'broken'],
      [5, 'Cy'],
    ]);
  });

  it('are all told apart though each has a broken quote, and those between are kept', () => {
    const rows = readSheet(`client,name\n${'Port,"a" b\nPort,Ana\n'.repeat(LINES_LIMIT / 2)}`);
    expect(rows.filter(({ broken }) => broken)).toHaveLength(LINES_LIMIT / 2);
    expect(rows.at(-1)).toEqual({ line: LINES_LIMIT + 1, cells: ['Port', 'Ana'], broken: false });
  });

  it('are given back by a file that holds them, whatever the cells are', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r\n?/gu, '\n'));
    const cells = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(cells, (rows) => {
        const protectedRows = rows.map((row) => row.map(protectedCell));
        const read = readSheet(decode(utf8(csvOf([['a', 'b', 'c'], ...protectedRows]))) ?? '');
        expect(read.slice(1).map((row) => row.cells.map(unprotected))).toEqual(rows);
      }),
    );
  });
});

describe('a cell that a spreadsheet would calculate', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', "'=1", "''=1"])(
    'is protected, and comes back as it was: %j',
    (text) => {
      expect(protectedCell(text)).toBe(`'${text}`);
      expect(unprotected(protectedCell(text))).toBe(text);
    },
  );

  it.each(["'s-Hertogenbosch", "O'Neill", 'a=1'])('is not everything with an apostrophe: %j', (text) => {
    expect([protectedCell(text), unprotected(text)]).toEqual([text, text]);
  });
});

describe('the plan of an import', () => {
  it('names each bad line with its field and the reason, and keeps all others', async () => {
    const text = [
      'Client,Name,Role,Time zone,Channel,Opens,Closes,Shoe size',
      'Port,Ana,Master,Europe/Amsterdam,call,8,16:30,42',
      ',Nobody,,,,,,',
      `Port,${'x'.repeat(201)},,,,,,`,
      'Port,Bo,,Mars/Olympus,pigeon,9,,',
      'Port,Cy,,,,17,9,',
      'port,ANA,,,,,,',
      'Port,Dee,,,,,,,surplus',
      'Port,,Role of nobody,,,,,',
      'Alone,,,,,,,',
    ].join('\n');
    const result = await plan(text);
    expect(result?.ignored).toEqual(['Shoe size']);
    expect(result?.lines.map(({ line, fate }) => [line, fate])).toEqual([
      [2, 'new'],
      [10, 'new'],
    ]);
    expect(result?.problems).toEqual([
      { line: 3, column: 'client', rule: 'missing' },
      { line: 4, column: 'name', rule: 'too_long', limit: 200 },
      { line: 5, column: 'timeZone', rule: 'malformed' },
      { line: 5, column: 'channel', rule: 'not_a_choice' },
      { line: 5, column: 'closes', rule: 'missing' },
      { line: 6, column: 'closes', rule: 'closes_before_opening' },
      { line: 7, column: 'name', rule: 'repeated' },
      { line: 8, column: null, rule: 'too_many_cells' },
      { line: 9, column: 'name', rule: 'missing' },
    ]);
  });

  it('tells who is new, who would change and who would not', async () => {
    const known: KnownPeople = {
      contacts: new Map([
        [lineKey({ client: 'Port', name: 'Ana' }), aPerson({ role: 'Master' })],
        [lineKey({ client: 'Port', name: 'Bo' }), aPerson({ role: 'Pilot' })],
      ]),
      clients: new Set([lineKey({ client: 'Port', name: null })]),
    };
    const text = 'client;name;role\nPORT;ana;Master\nPort;Bo;Director\nPort;Cy;\nPort;;\nPier;;';
    const result = await plan(text, known);
    expect(result?.lines.map(({ fate }) => fate)).toEqual(['unchanged', 'updated', 'new', 'unchanged', 'new']);
  });

  it('knows columns by their names in the language of the page too, and none without client and person', async () => {
    expect((await plan('客户,name\n码头,王伟'))?.lines).toHaveLength(1);
    expect(await plan('Port,Ana\nPort,Bo')).toBeNull();
    expect(await plan('')).toBeNull();
  });

  it('takes fifty thousand lines, pausing on the way, and names the lines above that', async () => {
    const rows = Array.from({ length: LINES_LIMIT + 2 }, (_, index) => `Port,Person ${index}`);
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const result = await planImport(readSheet(`client,name\n${rows.join('\n')}`), new Map(), NOBODY, pause);
    expect(result?.lines).toHaveLength(LINES_LIMIT);
    expect(result?.problems).toEqual(
      [LINES_LIMIT + 2, LINES_LIMIT + 3].map((line) => ({
        ...{ line, column: null, rule: 'over_limit', limit: LINES_LIMIT },
      })),
    );
    expect(pauses).toBe(50);
  });
});

describe('an export', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => {
    const read = readLine({ client: text });
    return 'line' in read && read.line.client === text;
  });
  const person = fc.record({
    name,
    role: fc.option(name),
    language: fc.constantFrom(null, 'zh-Hans', 'nl'),
    channel: fc.constantFrom(null, 'call' as const, 'email' as const),
    hours: fc.constantFrom(null, { opens: 8.5, closes: 17 }, { opens: 0, closes: 24 }),
  });

  it('imported into what it was made of changes nothing, and into nothing makes the same', async () => {
    const register = fc.uniqueArray(
      fc.tuple(name, fc.uniqueArray(person, { selector: (each) => each.name.toLowerCase(), maxLength: 4 })),
      {
        selector: ([client]) => client.toLowerCase(),
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(register, async (clients) => {
        const people = clients.flatMap(([clientId, own]) => own.map((each) => aPerson({ ...each, clientId })));
        const file = csvOf(
          exportRows(
            clients.map(([client]) => aClientLine(client)),
            people,
          ),
        );
        const known: KnownPeople = {
          contacts: new Map(people.map((each) => [lineKey({ client: each.clientId, name: each.name }), each])),
          clients: new Set(clients.map(([client]) => lineKey({ client, name: null }))),
        };
        const text = decode(utf8(file)) ?? '';
        const same = await plan(text, known);
        expect([same?.problems, same?.lines.filter(({ fate }) => fate !== 'unchanged')]).toEqual([[], []]);
        const fresh = await plan(text);
        const read = (fresh?.lines ?? []).map(({ cells }) => readLine(cells));
        const given = read.flatMap((each) => ('line' in each && each.line.name !== null ? [each.line] : []));
        expect(
          given.map((each) => [each.client, each.name, each.details.role ?? null, each.details.hours ?? null]),
        ).toEqual(people.map((each) => [each.clientId, each.name, each.role, each.hours]));
      }),
    );
  });
});
