import type { Issue } from '../../sandbox/api';
import { aChange, aFeedback } from '../support/builders';
import { PEOPLE } from '../support/people';
import { badgeFor, figures, found, propertyOn } from '../support/properties';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const SECRETS = ['secret-title', 'secret-text', 'secret-contact', 'secret-client'];
const [TITLE = '', TEXT = '', CONTACT = '', CLIENT = ''] = SECRETS;

let app: PreparedSandbox;
let open: Issue;
let hidden: Issue;

beforeAll(async () => {
  app = await prepareSandbox();
  const { site } = app.sandbox;
  const project = site.createProject({ key: 'QUIET', name: 'Quiet' }).id;
  open = site.createIssue({ project, summary: 'Deposit a collection' });
  hidden = site.createIssue({ project, summary: 'Secret ingredient', restricted: true });
  const caller = { as: PEOPLE.member, on: hidden.id };
  const contact = { name: CONTACT, client: { name: CLIENT } };
  await app.succeed('feedback.record', aFeedback({ issueId: hidden.id, text: TEXT, contact }), caller);
  const raised = aChange({ issueId: hidden.id, title: TITLE, requestedBy: contact, requirements: [open.id] });
  await app.succeed('change.raise', raised, caller);
  await app.sandbox.runSchedule('property-sync');
});
afterAll(() => app.sandbox.close());

/** Nobody of them sees the restricted issue; all but the reader see none. */
const ONLOOKERS = [PEOPLE.reader, PEOPLE.outsider, 'nobody-knows', 'unidentified'];

test.each(ONLOOKERS)(
  'nobody learns from badge, property or search what is on an issue hidden from them: %s',
  async (who) => {
    expect(await badgeFor(app, who, hidden.id)).toBeNull();
    expect(await badgeFor(app, who, open.id)).toEqual(who === PEOPLE.reader ? { label: '0', type: 'default' } : null);
    expect(propertyOn(app.sandbox, open.id)).toBeUndefined();
    if (who === PEOPLE.reader) expect(await found(app.sandbox, 'countersignChanges > 0', who)).toEqual([]);
  },
);

test('a property holds figures, and no word that anybody wrote', () => {
  const property = propertyOn(app.sandbox, hidden.id);
  expect(property).toEqual(figures(1, 'none', 1));
  for (const secret of SECRETS) expect(JSON.stringify(property)).not.toContain(secret);
});

test('nothing of it is in a log', () => {
  const log = JSON.stringify(app.sandbox.meter.invocations().flatMap((invocation) => invocation.log));
  for (const secret of [...SECRETS, hidden.id]) expect(log).not.toContain(secret);
});
