import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import { z } from 'zod';
import { MODELLED, type Route } from './routes';

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch']);
const operationSchema = z.looseObject({
  'x-atlassian-oauth2-scopes': z.array(z.looseObject({ scopes: z.array(z.string()), state: z.string() })).default([]),
});
const documentSchema = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

export interface KnownRoute extends Route {
  /** The classic scopes, all of which the app needs. */
  readonly scopes: readonly string[];
  readonly pattern: RegExp;
}

/** Jira's REST API as far as this run knows it. */
export interface ApiDocument {
  readonly official: boolean;
  readonly routes: readonly KnownRoute[];
  /** Parses and checks requests to the modelled operations. */
  readonly validator: OpenAPIBackend;
}

function knownRoute({ method, path }: Route, scopes: readonly string[]): KnownRoute {
  const source = path.replace(/\{[^}]+\}/gu, '[^/]+').replaceAll('.', '\\.');
  return { method, path, scopes, pattern: new RegExp(`^${source}$`, 'u') };
}

/** The longest fixed text wins, as `issue/picker` over `issue/{issueIdOrKey}`. */
function bySpecificity(one: KnownRoute, other: KnownRoute): number {
  const fixed = ({ path }: KnownRoute) => path.replace(/\{[^}]+\}/gu, '').length;
  return fixed(other) - fixed(one);
}

function validatorOf(definition: Document): Promise<OpenAPIBackend> {
  const options = {
    definition,
    quick: true,
    validate: true,
    coerceTypes: true,
    ajvOpts: { formats: {}, strict: false, logger: false } as const,
  };
  return new OpenAPIBackend(options).init();
}

function ownDefinition(): Document {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, operationId } of MODELLED) {
    const parameters = [...path.matchAll(/\{([^}]+)\}/gu)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    paths[path] = { ...paths[path], [method]: { operationId, parameters, responses: {} } };
  }
  return { openapi: '3.0.1', info: { title: 'Jira', version: '3' }, paths };
}

async function loadOfficial(folder: string): Promise<ApiDocument> {
  const document = documentSchema.parse(JSON.parse(await readFile(join(folder, 'jira-v3.json'), 'utf8')));
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => {
        const scopes = operationSchema.parse(operation)['x-atlassian-oauth2-scopes'];
        return knownRoute({ method, path }, scopes.find(({ state }) => state === 'Current')?.scopes ?? []);
      }),
  );
  const paths = Object.fromEntries(MODELLED.map(({ path }) => [path, document.paths[path] ?? {}]));
  const validator = await validatorOf({ ...document, paths } as unknown as Document);
  return { official: true, routes: routes.sort(bySpecificity), validator };
}

async function loadOwn(): Promise<ApiDocument> {
  const routes = MODELLED.map((route) => knownRoute(route, route.scopes)).sort(bySpecificity);
  return { official: false, routes, validator: await validatorOf(ownDefinition()) };
}

const loaded = new Map<string, Promise<ApiDocument>>();

/** Loads the official document, once per process; without a folder, what the sandbox knows itself. */
export function loadDocument(folder: string | undefined): Promise<ApiDocument> {
  const key = folder ?? '';
  const known = loaded.get(key) ?? (folder === undefined ? loadOwn() : loadOfficial(folder));
  loaded.set(key, known);
  return known;
}
