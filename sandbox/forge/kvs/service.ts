import { z } from 'zod';
import type { KvsBytes, SandboxClock } from '../../api';
import type { Incompleteness } from '../../incompleteness';
import { jsonResponse, type Answer, type PlannedCall } from '../../outside';
import { KvsFailure } from './failure';
import { KvsLimits } from './limits';
import * as shapes from './shapes';
import type { StoredValue, Values } from './values';

/** What a read of nothing is billed as. */
const EMPTY_READ = 1_024;

interface Done {
  /** Null for an answer without a body. */
  readonly body: unknown;
  readonly read?: number;
  readonly written?: number;
}

type Operation = (values: Values, request: unknown, now: number, text: string) => Done;

function shown({ key, value, created, updated, expires }: StoredValue) {
  const expiry = expires === null ? {} : { expireTime: new Date(expires).toISOString() };
  return { key, value: JSON.parse(value) as unknown, createdAt: created, updatedAt: updated, ...expiry };
}

function bytesOf(found: readonly StoredValue[]): number {
  return found.reduce((sum, { value }) => sum + Buffer.byteLength(value), 0) || EMPTY_READ;
}

const get: Operation = (values, request, now) => {
  const found = values.find(shapes.getRequest.parse(request).key, now);
  if (!found) throw new KvsFailure(404, 'KEY_NOT_FOUND', 'There is no such key.');
  return { body: shown(found), read: bytesOf([found]) };
};

const set: Operation = (values, request, now) => {
  const { key, value, options } = shapes.setRequest.parse(request);
  const text = shapes.jsonOf(value);
  const previous = values.find(key, now);
  if (options?.keyPolicy === 'FAIL_IF_EXISTS' && previous) {
    throw new KvsFailure(409, 'KEY_CONFLICT', 'The key exists already.');
  }
  values.write([{ key, value: text, expires: shapes.expiryOf(options, now) }], now);
  const returned = options?.returnValue === 'PREVIOUS' ? previous : values.find(key, now);
  return {
    body: options?.returnValue === undefined || !returned ? null : shown(returned),
    written: Buffer.byteLength(text),
  };
};

const remove: Operation = (values, request, now) => {
  values.write([{ key: shapes.deleteRequest.parse(request).key, value: null }], now);
  return { body: null, written: EMPTY_READ };
};

const query: Operation = (values, request, now) => {
  const { limit, after, where } = shapes.queryRequest.parse(request);
  const start = after === undefined ? '' : Buffer.from(after, 'base64url').toString();
  const found = values.list(where[0]?.values[0] ?? '', start, limit + 1, now);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last ? { cursor: Buffer.from(last.key).toString('base64url') } : {};
  return { body: { data: page.map(shown), ...more }, read: bytesOf(page) };
};

const batchSet: Operation = (values, request, now, text) => {
  const items = shapes.batchSetRequest.parse(request);
  shapes.checkTogether(
    items.map(({ key }) => key),
    text,
  );
  const successfulKeys: { key: string }[] = [];
  const failedKeys: { key: string; error: { code: string; message: string } }[] = [];
  for (const { key, value, options } of items) {
    try {
      values.write([{ key, value: shapes.jsonOf(value), expires: shapes.expiryOf(options, now) }], now);
      successfulKeys.push({ key });
    } catch (error) {
      if (!(error instanceof KvsFailure)) throw error;
      failedKeys.push({ key, error: { code: error.code, message: error.message } });
    }
  }
  return { body: { successfulKeys, failedKeys }, written: Buffer.byteLength(text) };
};

const batchDelete: Operation = (values, request, now, text) => {
  const keys = shapes.batchKeysRequest.parse(request).map(({ key }) => key);
  shapes.checkTogether(keys, text);
  values.write(
    keys.map((key) => ({ key, value: null })),
    now,
  );
  return { body: { successfulKeys: keys.map((key) => ({ key })), failedKeys: [] }, written: EMPTY_READ };
};

const batchGet: Operation = (values, request, now, text) => {
  const keys = shapes.batchKeysRequest.parse(request).map(({ key }) => key);
  shapes.checkTogether(keys, text);
  const found = keys.flatMap((key) => values.find(key, now) ?? []);
  const missing = keys.filter((key) => !found.some((value) => value.key === key));
  const error = { code: 'KEY_NOT_FOUND', message: 'There is no such key.' };
  const failedKeys = missing.map((key) => ({ key, error }));
  return { body: { successfulKeys: found.map(shown), failedKeys }, read: bytesOf(found) };
};

const transaction: Operation = (values, request, now, text) => {
  const { set: sets, delete: deletes } = shapes.transactionRequest.parse(request);
  shapes.checkTogether(
    [...sets, ...deletes].map(({ key }) => key),
    text,
  );
  const written = sets.map(({ key, value, options }) => ({
    key,
    value: shapes.jsonOf(value),
    expires: shapes.expiryOf(options, now),
  }));
  values.write([...written, ...deletes.map(({ key }) => ({ key, value: null }))], now);
  return { body: null, written: Buffer.byteLength(text) };
};

const OPERATIONS: Readonly<Record<string, Operation>> = {
  get,
  set,
  delete: remove,
  query,
  'batch/set': batchSet,
  'batch/delete': batchDelete,
  'batch/get': batchGet,
  transaction,
};

interface KvsOptions {
  readonly values: Values;
  readonly clock: SandboxClock;
  readonly scopes: ReadonlySet<string>;
  readonly incompleteness: Incompleteness;
}

/** The seam of `@forge/kvs`: untyped values; secrets and entities are not modelled. */
export class KvsService {
  readonly #options: KvsOptions;
  readonly #limits: KvsLimits;

  constructor(options: KvsOptions) {
    this.#options = options;
    this.#limits = new KvsLimits(options.clock);
  }

  plan(path: string, init: RequestInit): PlannedCall {
    const name = path.replace(/^\/api\/v1\//u, '');
    const text = typeof init.body === 'string' ? init.body : '';
    return {
      kind: 'kvs',
      what: `POST /api/v1/${name}`,
      as: 'app',
      perform: async () => {
        const answer = await Promise.resolve(this.#perform(name, text));
        this.#limits.leave();
        return answer;
      },
    };
  }

  #perform(name: string, text: string): Answer {
    try {
      this.#limits.admit();
      const { body, kvs } = this.#run(name, text);
      const response = body === null ? new Response(null, { status: 204 }) : jsonResponse(200, body);
      return { response, points: 0, kvs };
    } catch (error) {
      const failure = this.#failureOf(error);
      const missed = failure.code === 'KEY_NOT_FOUND' ? { kvs: { read: EMPTY_READ, written: 0 } } : {};
      const response = jsonResponse(failure.status, { code: failure.code, message: failure.message });
      return { response, points: 0, ...missed };
    }
  }

  #run(name: string, text: string): { readonly body: unknown; readonly kvs: KvsBytes } {
    const { values, clock, scopes, incompleteness } = this.#options;
    if (!scopes.has('storage:app')) throw new KvsFailure(403, 'FORBIDDEN', 'The scope storage:app is missing.');
    const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
    if (!operation) {
      incompleteness.add(`The sandbox does not model "${name}" of the key-value store.`);
      throw new KvsFailure(501, 'NOT_MODELLED', 'The sandbox does not model this operation.');
    }
    const { body, read = 0, written = 0 } = operation(values, JSON.parse(text), clock.now(), text);
    this.#limits.spend(read, written);
    return { body, kvs: { read, written } };
  }

  #failureOf(error: unknown): KvsFailure {
    if (error instanceof KvsFailure) return error;
    if (error instanceof z.ZodError) return new KvsFailure(400, 'INVALID_REQUEST', z.prettifyError(error));
    throw error;
  }
}
