import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import AjvDraft4 from 'ajv-draft-04';
import { z } from 'zod';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import { withMacro } from '../../sandbox/forge/macros';
import { aRestrictedIssue } from '../support/issues';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

/** Atlassian's own description of the format. */
const schemaFile = require.resolve('@atlaskit/adf-schema/dist/json-schema/v1/full.json');
const schema = z.looseObject({}).parse(JSON.parse(readFileSync(schemaFile, 'utf8')));
const validate = new AjvDraft4({ strict: false }).compile(schema);

const HOSTILE = `=HYPERLINK("http://evil")\u0007 <script>alert(1)</script> {name} \u202E'--`;
let app: PreparedSandbox;
let hidden: string;
let hostile: string;
const macroId = randomUUID();
const on = () => app.sandbox.site.findIssue('HARBOR-2')?.id ?? '';

function aPage(keys: readonly string[], config: Readonly<Record<string, unknown>> = {}): string {
  const body = { type: 'doc', version: 1, content: [paragraph(...keys.map(smartLink))] } as const;
  const macro = { moduleKey: 'requirement-status', localId: macroId, config };
  const page = { space: 'HP', title: randomUUID(), by: PEOPLE.admin };
  return app.sandbox.site.wiki.createPage({ ...page, body: withMacro(body, app.sandbox.appId, macro) }).id;
}

async function freeze(pageId: string, isForEveryone: boolean): Promise<string> {
  const source = { source: 'page', pageId } as const;
  const caller = { as: PEOPLE.member, on: on() };
  const { digest } = await app.succeed('edition.preview', { pageId, source }, caller);
  const payload = { commandId: randomUUID(), pageId, macroId, source, name: HOSTILE, date: '2026-03-31' };
  const published = isForEveryone ? { forEveryone: digest } : {};
  return (await app.succeed('edition.freeze', { ...payload, note: `One\n\n${HOSTILE}`, ...published }, caller)).id;
}

async function exported(pageId: string, locale = 'en-US'): Promise<string> {
  const place = { pageId, localId: macroId, mode: 'view' } as const;
  const document = await app.sandbox.exportMacro('requirement-status', place, locale);
  expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null });
  return JSON.stringify(document);
}

beforeAll(async () => {
  app = await prepareSandbox();
  await app.sandbox.deliver('avi:forge:installed:app');
  hidden = aRestrictedIssue(app.sandbox).key;
  hostile = app.sandbox.site.createIssue({ project: 'HARBOR', summary: HOSTILE }).key;
  await mirrorProject(app, app.sandbox.site.findProject('HARBOR')?.id ?? '');
});
afterAll(() => app.sandbox.close());
afterEach(() => {
  app.sandbox.faults.clear();
});

describe('an export, which does not know its reader', () => {
  it('holds no requirement before something was published, and says so', async () => {
    const pageId = aPage(['HARBOR-3', hidden]);
    await freeze(pageId, false);
    for (const locale of ['en-US', 'zh-CN', 'de-DE']) expect(await exported(pageId, locale)).not.toContain('HARBOR-');
    expect(await exported(pageId)).toContain('No edition has been published');
    expect(await exported(pageId, 'zh-CN')).toContain('尚未');
  });

  it('holds the last published edition, its charts as tables, and the way back', async () => {
    const pageId = aPage(['HARBOR-3', 'HARBOR-4'], { title: 'What we agreed' });
    await freeze(pageId, true);
    const text = await exported(pageId);
    for (const part of ['What we agreed', 'HARBOR-3', 'HARBOR-4', 'SHA-256', 'Trend', `/pages/${pageId}`]) {
      expect(text).toContain(part);
    }
  });

  it('never shows an edition that is for those alone who may see it, chosen or later', async () => {
    const pageId = aPage(['HARBOR-3']);
    await freeze(pageId, true);
    app.sandbox.site.wiki.updatePage(pageId, {
      body: withMacro({ type: 'doc', version: 1, content: [paragraph(smartLink(hidden))] }, app.sandbox.appId, {
        ...{ moduleKey: 'requirement-status', localId: macroId },
        config: { edition: 'unknown' },
      }),
    });
    await freeze(pageId, false);
    const text = await exported(pageId);
    expect(text).toContain('HARBOR-3');
    expect(text).not.toContain(hidden);
  });

  it('shows hostile texts as the texts they are', async () => {
    const pageId = aPage([hostile], { title: HOSTILE, edition: 7 });
    await freeze(pageId, true);
    expect(await exported(pageId)).toContain('<script>alert(1)</script>');
  });

  it('asks nothing of Jira or Confluence, and three statements of the database', async () => {
    const pageId = aPage(['HARBOR-3']);
    await freeze(pageId, true);
    app.sandbox.meter.reset();
    await exported(pageId);
    expect(app.sandbox.meter.total()).toMatchObject({ jiraPoints: 0, confluencePoints: 0, sqlStatements: 3 });
  });

  it('is a valid document also when the database fails', async () => {
    const pageId = aPage(['HARBOR-3']);
    app.sandbox.faults.add({ target: 'sql', times: 9, effect: { type: 'status', status: 500 } });
    expect(await exported(pageId)).not.toContain('HARBOR-3');
  });
});
