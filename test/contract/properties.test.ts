import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { badgeOf } from '../../src/domain/property/badge';
import { PROPERTY_KEY, propertyOf } from '../../src/domain/property/property';
import { aFeedback } from '../support/builders';
import { anOpenIssue } from '../support/issues';
import { PEOPLE } from '../support/people';
import { openApiDirectory } from '../support/reference-data';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const manifest = z
  .object({
    modules: z.object({
      'jira:entityProperty': z.array(
        z.object({
          entityType: z.string(),
          propertyKey: z.string(),
          values: z.array(z.object({ path: z.string(), type: z.string(), searchAlias: z.string() })),
        }),
      ),
      scheduledTrigger: z.array(z.object({ key: z.string() })),
    }),
    permissions: z.object({ scopes: z.array(z.string()) }),
  })
  .parse(parse(readFileSync(path.resolve(__dirname, '../../manifest.yml'), 'utf8')));

function leaves(value: unknown, at: readonly string[] = []): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [[at.join('.'), typeof value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...at, key]));
}

let app: PreparedSandbox;
let issueId: string;

beforeAll(async () => {
  app = await prepareSandbox();
  issueId = anOpenIssue(app.sandbox).id;
  await app.succeed('feedback.record', aFeedback({ issueId }), { as: PEOPLE.member, on: issueId });
  app.sandbox.meter.reset();
});
afterAll(() => app.sandbox.close());

function requestsOf(name: string) {
  const runs = app.sandbox.meter.invocations().filter((invocation) => invocation.name === name);
  return runs.flatMap(({ calls }) => calls).map(({ kind, as, what }) => (kind === 'jira' ? `${as} ${what}` : kind));
}

describe('the property that JQL may search', () => {
  it('is declared as it is written: the same key, every path with its type', () => {
    const figures = { openChanges: 1, highestTier: 'minor', openFeedback: 1, overdueFeedback: 1 } as const;
    const [declared, ...others] = manifest.modules['jira:entityProperty'];
    expect(others).toEqual([]);
    expect(declared).toMatchObject({ entityType: 'issue', propertyKey: PROPERTY_KEY });
    expect(declared?.values.map(({ path: at, type }) => [at, type])).toEqual(leaves(propertyOf(figures)));
  });

  it('has names in JQL that nobody else will have taken', () => {
    const names = manifest.modules['jira:entityProperty'].flatMap(({ values }) =>
      values.map(({ searchAlias }) => searchAlias),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^countersign[A-Z]/u);
  });

  it('is written as the app, with one request for an issue', async () => {
    await app.sandbox.runSchedule('property-sync');
    expect(requestsOf('property-sync')).toEqual([
      'sql',
      'app PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
      'sql',
      // Which bylines are out of step: the same run keeps both.
      'sql',
    ]);
    expect(app.sandbox.incomplete()).toEqual([]);
  });

  const withDocuments = openApiDirectory === undefined ? it.skip : it;
  withDocuments('needs no scope but those of the manifest', () => {
    const document = readFileSync(path.join(openApiDirectory ?? '', 'jira-v3.json'), 'utf8');
    const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(JSON.parse(document));
    const { put } = z
      .object({
        put: z.object({
          operationId: z.string(),
          'x-atlassian-oauth2-scopes': z.array(z.object({ state: z.string(), scopes: z.array(z.string()) })),
        }),
      })
      .parse(paths['/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}']);
    expect(put.operationId).toBe('setIssueProperty');
    const current = put['x-atlassian-oauth2-scopes'].find(({ state }) => state === 'Current');
    expect(current?.scopes).toEqual(['write:jira-work']);
    expect(manifest.permissions.scopes).toEqual(expect.arrayContaining(current?.scopes ?? []));
  });
});

test('a message asks and sends as the app, with requests that need no scope but those of the manifest', async () => {
  app.sandbox.meter.reset();
  // Half past eight in Shanghai, on a Tuesday two weeks later.
  app.sandbox.clock.set(Date.parse('2027-02-09T00:30:00Z'));
  await app.sandbox.runSchedule('notices');
  expect(requestsOf('notices').filter((request) => request !== 'sql')).toEqual([
    'app GET /rest/api/3/user/bulk',
    'app GET /rest/api/3/serverInfo',
    'app POST /rest/api/3/permissions/check',
    'app POST /rest/api/3/issue/bulkfetch',
    'app POST /rest/api/3/issue/{issueIdOrKey}/notify',
  ]);
  expect(app.sandbox.site.notifications.sent()).toHaveLength(1);
  expect(app.sandbox.incomplete()).toEqual([]);
});

test('the badge asks Jira once, as the person who looks, and the storage once', async () => {
  const shown = await app.sandbox.dynamicProperties({
    moduleKey: 'impact-context',
    accountId: PEOPLE.reader,
    issueIdOrKey: issueId,
  });
  expect(shown).toEqual({ status: badgeOf([]) });
  expect(requestsOf('impact-context dynamicProperties')).toEqual(['sql', 'user POST /rest/api/3/permissions/check']);
});

test('the app keeps within the five schedules that the platform allows', () => {
  expect(manifest.modules.scheduledTrigger.length).toBeLessThanOrEqual(5);
});
