import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { aSmallProject } from '../support/issues';
import { PEOPLE } from '../support/people';
import { ALL_PROCEDURES, EXAMPLES, sceneFor } from '../support/procedureExamples';
import { openApiDirectory } from '../support/reference-data';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const operationShape = z.object({
  'x-atlassian-oauth2-scopes': z.array(z.object({ state: z.string(), scopes: z.array(z.string()) })),
});
const documentShape = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const manifestShape = z.object({ permissions: z.object({ scopes: z.array(z.string()) }) });

const manifest = manifestShape.parse(parse(readFileSync(path.resolve(__dirname, '../../manifest.yml'), 'utf8')));

let app: PreparedSandbox;
let requests: readonly string[];

beforeAll(async () => {
  app = await prepareSandbox();
  const on = aSmallProject(app.sandbox).open.id;
  for (const { name } of ALL_PROCEDURES) {
    await app.succeed(name, EXAMPLES[name](await sceneFor(app, on, name)), { as: PEOPLE.admin, on });
  }
  const calls = app.sandbox.meter.invocations().flatMap((invocation) => invocation.calls);
  requests = [...new Set(calls.filter((call) => call.kind === 'jira').map((call) => call.what))];
}, 120_000);
afterAll(() => app.sandbox.close());

/** The platform's documents are not part of the project; where they are missing there is nothing to hold against. */
const withDocuments = openApiDirectory === undefined ? describe.skip : describe;

withDocuments('every request that any procedure makes', () => {
  const read = (): z.output<typeof documentShape> =>
    documentShape.parse(JSON.parse(readFileSync(path.join(openApiDirectory ?? '', 'jira-v3.json'), 'utf8')));

  it('exists in the official document, and the manifest has the scopes it needs', () => {
    const { paths } = read();
    expect(requests.length).toBeGreaterThan(0);
    for (const request of requests) {
      const [method = '', route = ''] = request.split(' ');
      const operation = operationShape.parse(paths[route]?.[method.toLowerCase()]);
      const current = operation['x-atlassian-oauth2-scopes'].find((scopes) => scopes.state === 'Current');
      expect(manifest.permissions.scopes).toEqual(expect.arrayContaining(current?.scopes ?? []));
    }
  });

  it('is modelled and checked by the sandbox', () => {
    expect(app.sandbox.incomplete()).toEqual([]);
  });
});

describe('the app', () => {
  const calls = (named: (name: string) => boolean) =>
    app.sandbox.meter.invocations().flatMap((invocation) => (named(invocation.name) ? invocation.calls : []));
  const isProcedure = (name: string) => ALL_PROCEDURES.some((procedure) => procedure.name === name);

  it('asks Jira as the person who uses it, and as itself only for what nobody is shown as it is', () => {
    const asApp = calls(isProcedure).filter((call) => call.kind === 'jira' && call.as !== 'user');
    const allowed = ['GET /rest/api/3/status', 'POST /rest/api/3/changelog/bulkfetch'];
    expect(allowed).toEqual(expect.arrayContaining([...new Set(asApp.map((call) => call.what))]));
    expect(new Set(calls(() => true).map((call) => call.kind))).toEqual(
      new Set(['jira', 'confluence', 'sql', 'queue']),
    );
  });

  it('needs no more of Jira than a few routes while somebody waits', () => {
    const asUser = calls(isProcedure).filter((call) => call.kind === 'jira' && call.as === 'user');
    expect([...new Set(asUser.map((call) => call.what))].toSorted()).toEqual([
      'GET /rest/api/3/issue/{issueIdOrKey}',
      'GET /rest/api/3/project/{projectIdOrKey}',
      'POST /rest/api/3/issue/bulkfetch',
      'POST /rest/api/3/permissions/check',
    ]);
  });
});
