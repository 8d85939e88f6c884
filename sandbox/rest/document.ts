import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import { z } from 'zod';
import type { ModelledOperation, Route } from './route';

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch']);
const operationSchema = z.looseObject({
  'x-atlassian-oauth2-scopes': z.array(z.looseObject({ scopes: z.array(z.string()), state: z.string() })).default([]),
});
const documentSchema = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** A file of Atlassian's with a part of a product's API. */
interface DocumentSource {
  readonly file: string;
  /** What stands before the file's paths on a site. */
  readonly prefix: string;
}

/** What a product's documents are, and which of their operations the sandbox answers. */
export interface DocumentPlan {
  readonly title: string;
  readonly sources: readonly DocumentSource[];
  readonly modelled: readonly ModelledOperation[];
}

export interface KnownRoute extends Route {
  /** Sets of scopes, one of which the app needs whole; none when the operation asks for none. */
  readonly scopes: readonly (readonly string[])[];
  readonly pattern: RegExp;
  /** Parses and checks requests, if the operation is modelled. */
  readonly validator: OpenAPIBackend;
}

/** A product's REST API as far as this run knows it. */
export interface ApiDocument {
  readonly official: boolean;
  readonly routes: readonly KnownRoute[];
}

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function knownRoute(route: Route, scopes: KnownRoute['scopes'], validator: OpenAPIBackend): KnownRoute {
  const { method, path } = route;
  const source = path.replace(/\{[^}]+\}/gu, '[^/]+').replaceAll('.', '\\.');
  return { method, path, scopes, pattern: new RegExp(`^${source}$`, 'u'), validator };
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

function ownDefinition({ title, modelled }: DocumentPlan): Document {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, operationId } of modelled) {
    const parameters = [...path.matchAll(/\{([^}]+)\}/gu)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    paths[path] = { ...paths[path], [method]: { operationId, parameters, responses: {} } };
  }
  return { openapi: '3.0.1', info: { title, version: '1' }, paths };
}

function scopesOf(operation: unknown): KnownRoute['scopes'] {
  return operationSchema.parse(operation)['x-atlassian-oauth2-scopes'].map(({ scopes }) => scopes);
}

async function loadSource(folder: string, { file, prefix }: DocumentSource, modelled: readonly ModelledOperation[]) {
  const document = documentSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  const all: Paths = Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [prefix + path, item]));
  const wanted = modelled.filter(({ path }) => all[path] !== undefined);
  const paths = Object.fromEntries(wanted.map(({ path }) => [path, all[path]]));
  const validator = await validatorOf({ ...document, paths } as unknown as Document);
  return Object.entries(all).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => knownRoute({ method, path }, scopesOf(operation), validator)),
  );
}

async function loadOfficial(folder: string, { sources, modelled }: DocumentPlan): Promise<ApiDocument> {
  const routes = await Promise.all(sources.map((source) => loadSource(folder, source, modelled)));
  return { official: true, routes: routes.flat().sort(bySpecificity) };
}

async function loadOwn(plan: DocumentPlan): Promise<ApiDocument> {
  const validator = await validatorOf(ownDefinition(plan));
  const routes = plan.modelled.map((route) => {
    return knownRoute(route, route.scopes.length === 0 ? [] : [route.scopes], validator);
  });
  return { official: false, routes: routes.sort(bySpecificity) };
}

const loaded = new Map<string, Promise<ApiDocument>>();

/** Loads a product's official documents, once per process; without a folder, what the sandbox knows itself. */
export function loadApiDocument(folder: string | undefined, plan: DocumentPlan): Promise<ApiDocument> {
  const key = `${plan.title} ${folder ?? ''}`;
  const known = loaded.get(key) ?? (folder === undefined ? loadOwn(plan) : loadOfficial(folder, plan));
  loaded.set(key, known);
  return known;
}
