import { randomUUID } from 'node:crypto';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { aSmallProject } from '../support/issues';

let app: PreparedSandbox;
let projectId: string;
const admin = () => ({ as: PEOPLE.admin, on: projectId });

beforeEach(async () => {
  app = await prepareSandbox();
  projectId = aSmallProject(app.sandbox).open.projectId;
});
afterEach(() => app.sandbox.close());

const saveSite = (expectedVersion: number, choices: object) =>
  app.succeed('siteSettings.save', { commandId: randomUUID(), expectedVersion, choices }, admin());
const saveProject = (choices: object) =>
  app.call('settings.save', { commandId: randomUUID(), projectId, expectedVersion: 0, choices }, admin());

describe('what the site chooses', () => {
  it('holds in a project until the project chooses for itself, value by value', async () => {
    const blocks = { type: 'Blocks', meaning: 'ignore', subject: 'source', alongOutward: 0, alongInward: 0 };
    await saveSite(0, { cost: { currency: 'CNY', ratePerDay: 800 }, links: [blocks] });
    await saveProject({ cost: { ratePerDay: 900 } });
    const view = await app.succeed('settings.get', { projectId }, admin());
    expect(view).toMatchObject({
      choices: { cost: { ratePerDay: 900 } },
      siteChoices: { cost: { currency: 'CNY', ratePerDay: 800 } },
      defaults: { cost: { currency: 'CNY', ratePerDay: 800, budget: null } },
    });
    expect(view.defaults.links.filter(({ type }) => type.toLowerCase() === 'blocks')).toEqual([blocks]);
  });

  it('is what a project has to agree with', async () => {
    await saveSite(0, { changeControl: { major: { days: 10 } } });
    const answer = await saveProject({ changeControl: { medium: { days: 12 } } });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: [{ path: 'choices.changeControl.major.days', rule: 'contradicts' }] },
    });
  });

  it('has a version and a history of its own', async () => {
    await saveSite(0, { tuneLinks: false });
    const payload = { commandId: randomUUID(), expectedVersion: 0, choices: { tuneLinks: true } };
    const late = await app.refuse('siteSettings.save', payload, admin());
    expect(late).toMatchObject({ code: 'CONFLICT', currentSettings: { version: 1, choices: { tuneLinks: false } } });
    const { savings } = await app.succeed('siteSettings.history', {}, admin());
    expect(savings).toMatchObject([{ version: 1, by: PEOPLE.admin, changes: [{ path: 'tuneLinks', to: false }] }]);
    expect(await app.succeed('settings.history', { projectId }, admin())).toEqual({ savings: [] });
  });
});
