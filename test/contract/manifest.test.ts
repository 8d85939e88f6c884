import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import * as exported from '../../src/index';

const manifestShape = z.object({
  app: z.object({
    runtime: z.object({ name: z.string(), architecture: z.string() }),
    compatibility: z.object({
      jira: z.object({ required: z.boolean() }),
      confluence: z.object({ required: z.boolean() }),
    }),
  }),
  modules: z.record(z.string(), z.array(z.looseObject({ key: z.string() }))),
  permissions: z.record(z.string(), z.unknown()),
});

const root = path.resolve(__dirname, '../..');
const manifest = manifestShape.parse(parse(readFileSync(path.join(root, 'manifest.yml'), 'utf8')));

function handlersOf(): string[] {
  return (manifest.modules['function'] ?? []).map(({ handler }) => String(handler));
}

test('src/index.ts exports exactly the handlers that the manifest names', () => {
  const named = handlersOf().map((handler) => handler.replace(/^index\./u, ''));
  expect(Object.keys(exported).sort()).toEqual(named.sort());
});

test('every function of the manifest serves a module', () => {
  const { function: functions = [], ...modules } = manifest.modules;
  const served = JSON.stringify(modules);
  const idle = functions.filter(({ key }) => !served.includes(`"${key}"`));
  expect(idle).toEqual([]);
});

test('the app installs on Jira alone and runs on the current runtime', () => {
  expect(manifest.app.compatibility).toEqual({ jira: { required: true }, confluence: { required: false } });
  expect(manifest.app.runtime).toMatchObject({ name: 'nodejs24.x', architecture: 'arm64' });
});

test('nothing leaves Atlassian: the manifest names no remote and no address outside', () => {
  expect(Object.keys(manifest.permissions)).toEqual(['scopes']);
  expect(manifest).not.toHaveProperty('remotes');
  expect(Object.keys(manifest.modules)).not.toContain('endpoint');
});

test('every scope of the manifest has its reason in docs/scopes.md, and no other scope is named there', () => {
  const scopes = z.array(z.string()).parse(manifest.permissions['scopes']);
  const documented = readFileSync(path.join(root, 'docs/scopes.md'), 'utf8');
  const explained = [...documented.matchAll(/^\|\s*`([^`]+)`/gmu)].map(([, scope]) => scope);
  expect(explained.sort()).toEqual([...scopes].sort());
});
