import path from 'node:path';
import { load } from 'cheerio/slim';
import type { Sandbox } from '../../../sandbox/api';
import { Incompleteness } from '../../../sandbox/incompleteness';
import { siteRoutes } from '../../../sandbox/web/siteRoutes';
import { readSurfaces } from '../../../sandbox/web/surfaces';
import { smallApp } from './app';

const BACKEND = `
exports.resolve = () => null;
exports.badge = ({ cloudId, extension: { type, issue } }) => {
  if (issue.key === 'HARBOR-3') throw new Error('broken');
  return { status: { type: 'badge', value: { label: [typeof cloudId, type, issue.key].join(' '), type: 'moved' } } };
};
`;
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/panels' }
permissions: { scopes: [] }
modules:
  jira:issuePanel:
    - { key: one, resource: ui, resolver: { function: resolver }, title: One, icon: 'resource:ui;one.svg' }
    - { key: two, resource: ui, resolver: { function: resolver }, title: Two, icon: 'resource:ui;two.svg' }
  jira:issueContext:
    - { key: side, resource: ui, resolver: { function: resolver }, title: Side, label: Beside, dynamicProperties: { function: badge } }
  function: [{ key: resolver, handler: index.resolve }, { key: badge, handler: index.badge }]
resources: [{ key: ui, path: . }]
`;

describe("the app's panels on the sandbox's issue view", () => {
  const app = smallApp(BACKEND, MANIFEST);
  let sandbox: Sandbox;

  async function issueView(key: string) {
    const [siteOrigin, frameOrigin] = ['http://site.test', 'http://frames.test'];
    const surfaces = readSurfaces(path.join(app.folder, 'manifest.yml'));
    const shared = { incompleteness: new Incompleteness(), violations: new Set<string>() };
    const routes = siteRoutes({ sandbox, surfaces, siteOrigin, frameOrigin, ...shared });
    const page = await routes.answer(new Request(`${siteOrigin}/browse/${key}`));
    return load((await page?.text()) ?? '');
  }

  beforeAll(async () => {
    sandbox = await app.open();
  });
  afterAll(async () => {
    await sandbox.close();
    app.remove();
  });

  test('all issue panels stand in the order of the manifest, and contexts beside the fields', async () => {
    const $ = await issueView('HARBOR-2');
    expect(
      $('.issue-main .panel h2')
        .get()
        .map((heading) => $(heading).text()),
    ).toEqual(['One', 'Two']);
    expect($('.issue-side summary .context-label').text()).toBe('Beside');
  });

  test('a badge says what the module’s function answers for this issue', async () => {
    const $ = await issueView('HARBOR-2');
    expect($('.context-panel .badge.tone-moved').text()).toBe('string jira:issueContext HARBOR-2');
  });

  test('a function that fails leaves the label without a badge', async () => {
    const $ = await issueView('HARBOR-3');
    expect($('.context-label').text()).toBe('Beside');
    expect($('.context-panel .badge')).toHaveLength(0);
  });
});
