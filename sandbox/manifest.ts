import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { IndexedProperty } from './api';

/** Megabytes. */
const DEFAULT_MEMORY = 512;
const runtime = z.looseObject({ memoryMB: z.number().int().min(128).max(1_024).optional() });
const functionModule = z.looseObject({
  key: z.string(),
  handler: z.string().regex(/^[^.]+\.[^.]+$/u),
  timeoutSeconds: z.number().int().min(1).max(900).optional(),
  runtime: runtime.optional(),
});
const anyModule = z.looseObject({
  key: z.string(),
  resolver: z.looseObject({ function: z.string() }).optional(),
  function: z.string().optional(),
  dynamicProperties: z.looseObject({ function: z.string() }).optional(),
  adfExport: z.looseObject({ function: z.string() }).optional(),
});
const triggerModule = z.looseObject({
  key: z.string(),
  function: z.string(),
  events: z.array(z.string()),
  // Whatever else a filter can say would decide which events arrive: what the sandbox cannot follow, it refuses.
  filter: z.strictObject({ ignoreSelf: z.boolean().optional(), onError: z.string().optional() }).optional(),
});
const consumerModule = z.looseObject({ key: z.string(), queue: z.string(), function: z.string() });
const scheduleModule = z.looseObject({
  key: z.string(),
  function: z.string(),
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
});
const propertyModule = z.looseObject({
  propertyKey: z.string().min(1).max(255),
  entityType: z.enum(['issue', 'project', 'user']).default('issue'),
  values: z.array(
    z.object({
      path: z.string().min(1),
      type: z.enum(['number', 'string', 'text', 'user', 'date']),
      searchAlias: z.string().optional(),
    }),
  ),
});
const schema = z.looseObject({
  app: z.looseObject({ id: z.string(), runtime: runtime.optional() }),
  permissions: z.looseObject({ scopes: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).default([]) }),
  modules: z.record(z.string(), z.array(z.looseObject({ key: z.string() }))),
});

/** A function that the manifest names: which export of which file, and its own time limit. */
export interface HandlerReference {
  readonly key: string;
  readonly file: string;
  readonly exportName: string;
  readonly timeoutSeconds: number | null;
  readonly memoryMB: number;
}

export interface ConsumerModule {
  readonly key: string;
  readonly handler: HandlerReference;
}

export interface ScheduleModule extends ConsumerModule {
  readonly interval: 'fiveMinute' | 'hour' | 'day' | 'week';
}

/** What the sandbox needs of the app's manifest. */
export interface Manifest {
  readonly appId: string;
  readonly scopes: ReadonlySet<string>;
  /** The type of the module, for example `jira:issuePanel`, and the function that resolves its calls. */
  module(key: string): {
    readonly type: string;
    readonly resolver: HandlerReference | null;
    /** What gives the module its changing properties, such as a badge. */
    readonly dynamicProperties: HandlerReference | null;
    /** What gives a macro's document for an export. */
    readonly adfExport: HandlerReference | null;
  };
  /** Every event for which some trigger asks. */
  readonly events: readonly string[];
  triggers(event: string): readonly { readonly key: string; readonly handler: HandlerReference }[];
  readonly schedules: readonly ScheduleModule[];
  /** What JQL may search in the properties of issues. */
  readonly issueProperties: readonly IndexedProperty[];
  /** Who takes what is pushed to a queue. */
  consumer(queue: string): ConsumerModule | null;
}

function propertiesOf(modules: unknown): readonly IndexedProperty[] {
  const declared = z.array(propertyModule).parse(modules ?? []);
  return declared
    .filter(({ entityType }) => entityType === 'issue')
    .flatMap(({ propertyKey, values }) =>
      values.map(({ path, type, searchAlias }) => ({ key: propertyKey, path, type, alias: searchAlias ?? null })),
    );
}

/** @throws Error when the file is not a manifest or names a function that it does not declare. */
export async function readManifest(path: string): Promise<Manifest> {
  const manifest = schema.parse(parse(await readFile(path, 'utf8')));
  const ofType = (type: string) => z.array(anyModule).parse(manifest.modules[type] ?? []);
  const functions = new Map(
    z
      .array(functionModule)
      .parse(manifest.modules['function'] ?? [])
      .map(({ key, handler, timeoutSeconds, runtime: own }): [string, HandlerReference] => {
        const [file = '', exportName = ''] = handler.split('.');
        const memoryMB = own?.memoryMB ?? manifest.app.runtime?.memoryMB ?? DEFAULT_MEMORY;
        return [key, { key, file, exportName, timeoutSeconds: timeoutSeconds ?? null, memoryMB }];
      }),
  );
  const functionNamed = (key: string | undefined): HandlerReference => {
    const found = functions.get(key ?? '');
    if (!found) throw new Error(`The manifest names no function "${key ?? ''}".`);
    return found;
  };
  const { scopes } = manifest.permissions;
  const triggers = z.array(triggerModule).parse(manifest.modules['trigger'] ?? []);
  const consumers = z.array(consumerModule).parse(manifest.modules['consumer'] ?? []);
  return {
    appId: manifest.app.id,
    scopes: new Set(Array.isArray(scopes) ? scopes : Object.keys(scopes)),
    module: (key) => {
      for (const type of Object.keys(manifest.modules)) {
        const found = ofType(type).find((candidate) => candidate.key === key);
        if (!found) continue;
        const { resolver, dynamicProperties, adfExport } = found;
        return {
          type,
          resolver: resolver ? functionNamed(resolver.function) : null,
          dynamicProperties: dynamicProperties ? functionNamed(dynamicProperties.function) : null,
          adfExport: adfExport ? functionNamed(adfExport.function) : null,
        };
      }
      throw new Error(`The manifest has no module "${key}".`);
    },
    events: [...new Set(triggers.flatMap(({ events }) => events))],
    triggers: (event) =>
      triggers
        .filter(({ events }) => events.includes(event))
        .map((trigger) => ({ key: trigger.key, handler: functionNamed(trigger.function) })),
    schedules: z
      .array(scheduleModule)
      .parse(manifest.modules['scheduledTrigger'] ?? [])
      .map((schedule) => ({
        key: schedule.key,
        interval: schedule.interval,
        handler: functionNamed(schedule.function),
      })),
    issueProperties: propertiesOf(manifest.modules['jira:entityProperty']),
    consumer: (queue) => {
      const found = consumers.find((consumer) => consumer.queue === queue);
      return found ? { key: found.key, handler: functionNamed(found.function) } : null;
    },
  };
}
