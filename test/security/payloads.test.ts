import { ERROR_CODES } from '../../src/contract/errors';
import { PROCEDURES } from '../../src/contract/procedures';
import { onItem } from '../support/builders';
import { dump } from '../support/database';
import { hostilePayloads } from '../support/hostilePayloads';
import { PEOPLE } from '../support/people';
import { moduleOf } from '../support/procedureModules';
import { ALL_PROCEDURES, EXAMPLES } from '../support/procedureExamples';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { aSmallProject } from '../support/issues';

let app: PreparedSandbox;
let scene: Scene;
let page: string;

beforeAll(async () => {
  app = await prepareSandbox();
  page = aSmallProject(app.sandbox).open.id;
  scene = await setScene(app, page);
});
afterAll(() => app.sandbox.close());

/** The platform's resolver hands on an empty object where it was given nothing. */
const received = (payload: unknown): unknown => (payload === null || payload === '' ? {} : payload);

const isValid = (name: keyof typeof PROCEDURES, payload: unknown): boolean =>
  PROCEDURES[name].input.safeParse(received(payload)).success;

const invoke = (procedure: string, payload: unknown) =>
  app.sandbox.invoke({
    moduleKey: moduleOf(procedure),
    procedure,
    payload,
    accountId: PEOPLE.member,
    issueIdOrKey: page,
  });

describe('a hostile payload', () => {
  it.each(ALL_PROCEDURES)(
    'of $name is refused by field, changes nothing and is never an unhandled error',
    async ({ name }) => {
      const hostile = hostilePayloads(EXAMPLES[name](scene));
      const refused = hostile.filter(({ payload }) => !isValid(name, payload));
      expect(refused.length).toBeGreaterThan(20);
      const before = await dump(app.sandbox);
      for (const { what, payload } of refused) {
        const answer = await invoke(name, payload);
        expect({ what, answer }).toMatchObject({ what, answer: { ok: false, error: { code: 'INVALID_INPUT' } } });
        expect(JSON.stringify(answer).length).toBeLessThan(4_000);
      }
      expect(await dump(app.sandbox)).toBe(before);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
    120_000,
  );

  it.each(ALL_PROCEDURES)(
    'of $name that its schema lets pass is answered with data or a known code',
    async ({ name }) => {
      const hostile = hostilePayloads(EXAMPLES[name](scene));
      const passing = hostile.filter(({ payload }) => isValid(name, payload));
      for (const { what, payload } of passing) {
        const answer = await invoke(name, payload);
        expect({ what, answer }).toMatchObject({ answer: { ok: expect.any(Boolean) as boolean } });
        const code: unknown = Reflect.get(Object(Reflect.get(Object(answer), 'error')), 'code');
        if (code !== undefined) expect(ERROR_CODES.filter((known) => known !== 'INTERNAL')).toContain(code);
      }
      expect(await app.sandbox.query('SELECT COUNT(*) AS tables FROM feedback')).toHaveLength(1);
    },
  );

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', '', 'feedback', 'x'.repeat(10_000)])(
    'finds no procedure by the name %.20s',
    async (name) => {
      expect(await invoke(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } });
    },
  );
});

describe('text that looks like code', () => {
  it('is stored and given back to the letter', async () => {
    const texts = [`'; DROP TABLE feedback; --`, '<script>alert(1)</script>', '${7*7} {{7*7}} %s \\ ` "', '\u202Ertl'];
    const caller = { as: PEOPLE.member, on: page };
    for (const text of texts) {
      const contact = { name: text, client: { name: `client ${text}` } };
      const item = await app.succeed(
        'feedback.record',
        { ...EXAMPLES['feedback.record'](scene), text, contact },
        caller,
      );
      await app.succeed(
        'feedback.note',
        { commandId: onItem(item).commandId, feedbackId: item.id, note: text },
        caller,
      );
      const detail = await app.succeed('feedback.get', { feedbackId: item.id }, caller);
      expect(detail).toMatchObject({ text, excerpt: text, notes: [{ text }], contact: { name: text } });
      const found = await app.succeed('contact.search', { issueId: page, query: text }, caller);
      expect(found.contacts.map((one) => one.id)).toContain(item.contact.id);
    }
  });
});
