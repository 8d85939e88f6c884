import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFile } from '../../../sandbox/import/importFile';
import { ImportRefused } from '../../../sandbox/import/problems';
import { SiteDatabase } from '../../../sandbox/site/store';

const WHEN = '2012-03-31T10:00:00.000+0200';

function jiraIssue(key: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    key,
    fields: {
      summary: `Summary of ${key}`,
      issuetype: { name: 'Bug', subtask: false },
      status: { name: 'Open' },
      created: WHEN,
      updated: WHEN,
      ...fields,
    },
  };
}

function compactIssue(key: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { key, type: 'Bug', summary: `Summary of ${key}`, status: 'Open', created: WHEN, updated: WHEN, ...fields };
}

describe('importing a project', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  let site: SiteDatabase;

  const importText = (text: string) => {
    const file = path.join(folder, 'file.json');
    writeFileSync(file, text);
    return importFile(site, file);
  };
  const problems = async (text: string) => {
    const refused: unknown = await importText(text).catch((error: unknown) => error);
    return refused instanceof ImportRefused ? refused.problems : null;
  };

  beforeEach(() => {
    site = new SiteDatabase(null, []);
  });
  afterEach(() => {
    site.close();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("takes a page of Jira's search with links, history and a document as description", async () => {
    const type = { name: 'Blocks', outward: 'blocks', inward: 'is blocked by' };
    const description = {
      type: 'doc',
      version: 1,
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'One' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }],
        },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'three' }] }] }],
        },
      ],
    };
    const first = {
      ...jiraIssue('AB-1', {
        description,
        issuelinks: [{ type, outwardIssue: { key: 'AB-2' } }],
        reporter: { accountId: 'r1', displayName: 'Rita' },
      }),
      changelog: {
        histories: [{ author: null, created: WHEN, items: [{ field: 'status', fromString: 'New', toString: 'Open' }] }],
      },
    };
    const second = jiraIssue('AB-2', {
      issuelinks: [
        { type, inwardIssue: { key: 'AB-1' } },
        { type, outwardIssue: { key: 'ELSE-9' } },
      ],
    });
    expect(await importText(JSON.stringify({ issues: [first, second] }))).toEqual({
      projects: [{ key: 'AB', name: 'AB', replaced: false }],
      issues: 2,
      links: 2,
    });
    const issue = site.findIssue('AB-1');
    expect(issue).toMatchObject({
      description: 'One\ntwo\n\n- three',
      reporter: 'r1',
      created: '2012-03-31T08:00:00.000Z',
    });
    expect(site.links(issue?.id ?? '')).toMatchObject([{ direction: 'outward', otherKey: 'AB-2' }]);
    expect(site.links(site.findIssue('AB-2')?.id ?? '').map(({ otherKey }) => otherKey)).toEqual(['AB-1', 'ELSE-9']);
    expect(site.history(issue?.id ?? '')).toEqual([
      { at: '2012-03-31T08:00:00.000Z', by: null, field: 'status', from: 'New', to: 'Open' },
    ]);
    expect(site.findPerson('r1')).toMatchObject({ name: 'Rita', role: 'none' });
  });

  it('takes several pages in an array and one on each line', async () => {
    const pages = [{ issues: [jiraIssue('AB-1')] }, { issues: [jiraIssue('AB-2'), jiraIssue('CD-1')] }];
    expect(await importText(JSON.stringify(pages))).toMatchObject({
      issues: 3,
      projects: [{ key: 'AB' }, { key: 'CD' }],
    });
    const lines = pages.map((page) => JSON.stringify(page)).join('\n');
    expect(await importText(lines)).toMatchObject({ issues: 3, projects: [{ replaced: true }, { replaced: true }] });
  });

  it('keeps issue ids when a project is imported again', async () => {
    await importText(JSON.stringify([compactIssue('AB-1'), compactIssue('AB-2')]));
    const id = site.findIssue('AB-2')?.id;
    await importText(JSON.stringify([compactIssue('AB-2', { summary: 'New words' })]));
    expect(site.findIssue('AB-2')).toMatchObject({ id, summary: 'New words' });
    expect(site.findIssue('AB-1')).toBeNull();
  });

  it('says which line is no JSON', async () => {
    expect(await problems('{"issues":[]}\n{"issues": nope}')).toMatchObject([{ where: 'line 2' }]);
    expect(await problems('[\n\n nope')).toMatchObject([{ where: 'line 3' }]);
  });

  it('says what is wrong with which issue', async () => {
    const text = JSON.stringify([
      compactIssue('AB-1', { created: 'yesterday' }),
      compactIssue('AB-2'),
      { summary: 'no key' },
    ]);
    expect(await problems(text)).toMatchObject([
      { where: 'issue AB-1', what: 'created: is not a date and time: yesterday' },
      { where: 'issue number 3', what: expect.stringContaining('key') as unknown },
      ...Array.from({ length: 4 }, () => ({ where: 'issue number 3' })),
    ]);
  });

  it.each([
    ['an empty file', ''],
    ['a file without issues', '[]'],
    ['an issue that appears twice', JSON.stringify([compactIssue('AB-1'), compactIssue('AB-1')])],
    ['something else', '{"name":"package"}'],
  ])('refuses %s', async (_what, text) => {
    expect(await problems(text)).not.toBeNull();
  });

  it('changes nothing when one of many issues is wrong', async () => {
    await importText(JSON.stringify([compactIssue('AB-1')]));
    expect(await problems(JSON.stringify([compactIssue('AB-2'), compactIssue('CD-1', { status: 7 })]))).toHaveLength(1);
    expect(site.projects().map(({ key }) => key)).toEqual(['AB']);
    expect(site.findIssue('AB-1')).not.toBeNull();
  });
});
