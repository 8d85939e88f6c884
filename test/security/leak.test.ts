import type { Fault } from '../../sandbox/api';
import { covered } from '../support/covered';
import type { ProcedureName } from '../../src/contract/procedures';
import { aSmallProject } from '../support/issues';
import { PEOPLE } from '../support/people';
import { moduleOf } from '../support/procedureModules';
import { ALL_PROCEDURES, EXAMPLES } from '../support/procedureExamples';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';
import type { Scene } from '../support/scene';

let app: PreparedSandbox;
let page: string;
let restricted: string;

/** Editors and administrators who are not on the security level of the restricted issues. */
const BESIDE: ReadonlySet<string> = new Set([PEOPLE.otherMember, PEOPLE.admin]);

beforeAll(async () => {
  app = await prepareSandbox();
  const issues = aSmallProject(app.sandbox);
  [page, restricted] = [issues.open.id, issues.restricted.id];
  const { site } = app.sandbox;
  const allows = site.allows.bind(site);
  jest
    .spyOn(site, 'allows')
    .mockImplementation((accountId, permission, on) =>
      'issue' in on && on.issue.restricted && BESIDE.has(accountId) ? false : allows(accountId, permission, on),
    );
});
afterAll(() => app.sandbox.close());

interface Onlooker {
  readonly who: string;
  readonly accountId: string;
  /** Whether the whole project is hidden from them, or the restricted issues only. */
  readonly seesProject: boolean;
  /** Whether they may use the project's register of contacts, whichever issue an entry was made on. */
  readonly usesRegister: boolean;
}

/** The administrator comes last: what they erase is gone for the others. */
const ONLOOKERS: readonly Onlooker[] = [
  { who: 'an outsider', accountId: PEOPLE.outsider, seesProject: false, usesRegister: false },
  { who: 'an account unknown to the site', accountId: 'nobody-knows', seesProject: false, usesRegister: false },
  { who: 'somebody not signed in', accountId: 'unidentified', seesProject: false, usesRegister: false },
  { who: 'a reader', accountId: PEOPLE.reader, seesProject: true, usesRegister: false },
  { who: 'an editor', accountId: PEOPLE.otherMember, seesProject: true, usesRegister: true },
  { who: 'an administrator', accountId: PEOPLE.admin, seesProject: true, usesRegister: true },
];

const FAULTS: readonly (readonly Fault[])[] = [
  [],
  [{ target: 'sql', skip: 1, times: 100, effect: { type: 'status', status: 500 } }],
  [{ target: 'jira', skip: 1, times: 100, effect: { type: 'status', status: 410 } }],
];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The payload with each of its ids in turn replaced by each of the given ones. */
function withForeignIds(payload: unknown, ids: readonly string[]): readonly unknown[] {
  if (!isObject(payload)) return [];
  return Object.entries(payload).flatMap(([key, value]) => {
    const instead = typeof value === 'string' && /^id$|Id$/u.test(key) ? ids : withForeignIds(value, ids);
    return instead.map((inner) => ({ ...payload, [key]: inner }));
  });
}

async function commandsOn(issueId: string): Promise<readonly string[]> {
  const rows = await app.sandbox.query('SELECT command_id FROM journal WHERE issue_id = ? LIMIT 1', [issueId]);
  return rows.map((row) => String(row['command_id']));
}

async function payloadsFor(name: ProcedureName, open: Scene, hidden: Scene): Promise<readonly unknown[]> {
  const own = EXAMPLES[name](open);
  const foreign = EXAMPLES[name](hidden);
  const items = [
    hidden.fresh,
    hidden.other,
    hidden.resolved,
    hidden.merged,
    hidden.asking,
    hidden.change,
    hidden.awaiting,
  ].map((item) => item.id);
  const contacts = [hidden.fresh.contact.id, hidden.fresh.contact.client.id];
  const ids = [hidden.issueId, ...items, ...contacts, ...(await commandsOn(hidden.issueId))];
  return [own, foreign, ...withForeignIds(own, ids), ...withForeignIds(foreign, [open.issueId, open.fresh.id])];
}

/** What must not be in any answer to the onlooker: keys, summaries and descriptions of hidden issues, and what was said there. */
function secretsFor(onlooker: Onlooker, open: Scene, hidden: Scene): readonly RegExp[] {
  const scenes = onlooker.seesProject ? [hidden] : [open, hidden];
  const said = scenes.flatMap(({ secrets: [text = '', contact = '', client = '', answer = ''] }) =>
    onlooker.usesRegister ? [text, answer] : [text, answer, contact, client],
  );
  const { issues } = app.sandbox.site.issues(hidden.projectId, { offset: 0, limit: 1_000 });
  const hiddenIssues = issues.filter((issue) => issue.restricted || !onlooker.seesProject);
  const words = hiddenIssues.flatMap(({ summary, description }) => [summary, description ?? summary]);
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const asJson = (text: string) => JSON.stringify(text).slice(1, -1);
  return [
    ...hiddenIssues.map(({ key }) => new RegExp(String.raw`\b${key}(?!\d)`, 'u')),
    ...[...words, ...said].map((text) => new RegExp(literal(asJson(text)), 'u')),
  ];
}

async function answerTo(procedure: string, payload: unknown, accountId: string): Promise<string> {
  const call = { moduleKey: moduleOf(procedure), procedure, payload, accountId, issueIdOrKey: page };
  try {
    return JSON.stringify(await app.sandbox.invoke(call));
  } catch (error) {
    return String(error);
  }
}

function logged(): string {
  return app.sandbox.meter
    .invocations()
    .flatMap((invocation) => invocation.log)
    .join('\n');
}

describe('what a hidden issue holds', () => {
  it.each(ALL_PROCEDURES)(
    'is in no answer, error or log of $name, whatever ids it is asked for',
    async ({ name }) => {
      const [open, hidden] = [await setScene(app, page), await setScene(app, restricted)];
      const payloads = await payloadsFor(name, open, hidden);
      for (const onlooker of ONLOOKERS) {
        const secrets = secretsFor(onlooker, open, hidden);
        app.sandbox.meter.reset();
        for (const [index, payload] of payloads.entries()) {
          // Failing takes the same way out whatever the ids are.
          for (const faults of index < 2 ? FAULTS : [[]]) {
            for (const fault of faults) app.sandbox.faults.add(fault);
            const answer = await answerTo(name, payload, onlooker.accountId);
            app.sandbox.faults.clear();
            covered('answers searched for leaks', 1);
            const leaked = secrets.filter((secret) => secret.test(answer));
            expect({ who: onlooker.who, payload, leaked }).toEqual({ who: onlooker.who, payload, leaked: [] });
          }
        }
        expect(secrets.filter((secret) => secret.test(logged()))).toEqual([]);
      }
      covered('procedures', name);
    },
    120_000,
  );

  it('is there all the while for those who may see it', async () => {
    const hidden = await setScene(app, restricted);
    const key = app.sandbox.site.findIssue(hidden.issueId)?.key ?? '';
    const answer = await answerTo('feedback.list', { issueId: hidden.issueId, offset: 0 }, PEOPLE.member);
    for (const secret of [key, ...hidden.secrets.slice(0, 3)]) expect(answer).toContain(secret);
  });
});
