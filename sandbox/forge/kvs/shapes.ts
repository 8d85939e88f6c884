import { z } from 'zod';
import { KvsFailure } from './failure';

/** @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const VALUE_LIMIT_BYTES = 240 * 1024;
const MOST_LEVELS = 31;
const MOST_KEYS = 25;
const PAYLOAD_LIMIT_BYTES = 4 * 1024 * 1024;
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]{1,500}$/u;
const UNITS = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;
const YEAR = 366 * UNITS.DAYS;

const key = z.string().regex(KEY, 'Not a valid key');
const ttl = z.object({ value: z.number().int().positive(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const fields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])).optional();
const limitedTtl = z.object({ ttl: ttl.optional() });
const noEntity = z.undefined('The sandbox does not model entities.').optional();

export const getRequest = z.object({ key, options: z.object({ metadataFields: fields }).optional() });
export const setRequest = z.object({
  key,
  value: z.unknown(),
  options: limitedTtl
    .extend({
      keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
      returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
      returnMetadataFields: fields,
    })
    .optional(),
});
const item = z.object({ key, value: z.unknown(), options: limitedTtl.optional(), entityName: noEntity });
const onlyKey = z.object({ key, entityName: noEntity, conditions: noEntity });
export const deleteRequest = z.object({ key });
export const batchSetRequest = z.array(item);
export const batchKeysRequest = z.array(onlyKey);
export const queryRequest = z.object({
  limit: z.number().int().min(1).max(20).default(10),
  after: z.string().optional(),
  where: z
    .array(z.object({ property: z.literal('key'), condition: z.literal('BEGINS_WITH'), values: z.tuple([z.string()]) }))
    .max(1)
    .default([]),
});
export const transactionRequest = z.object({
  set: z.array(item.extend({ conditions: noEntity })).default([]),
  delete: z.array(onlyKey).default([]),
  check: noEntity,
});

function levels(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(levels));
}

/** @throws KvsFailure when the value is too large or too deep. */
export function jsonOf(value: unknown): string {
  if (value === undefined) throw new KvsFailure(400, 'INVALID_REQUEST', 'There is no value.');
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > VALUE_LIMIT_BYTES) {
    throw new KvsFailure(400, 'MAX_SIZE', 'The value is larger than 240 KiB.');
  }
  if (levels(value) > MOST_LEVELS) throw new KvsFailure(400, 'MAX_DEPTH', 'The value has more than 31 levels.');
  return text;
}

/** When what is written now expires. */
export function expiryOf(options: { readonly ttl?: z.output<typeof ttl> | undefined } | undefined, now: number) {
  if (!options?.ttl) return null;
  const lifetime = options.ttl.value * UNITS[options.ttl.unit];
  if (lifetime > YEAR) throw new KvsFailure(400, 'INVALID_TTL', 'A value lives for a year at most.');
  return now + lifetime;
}

/** @throws KvsFailure when there are too many keys, none, one twice, or too much of it all. */
export function checkTogether(keys: readonly string[], text: string): void {
  if (keys.length === 0 || keys.length > MOST_KEYS) throw new KvsFailure(400, 'INVALID_REQUEST', 'From 1 to 25 keys.');
  if (new Set(keys).size < keys.length) throw new KvsFailure(400, 'DUPLICATE_KEYS', 'Each key once only.');
  if (Buffer.byteLength(text) > PAYLOAD_LIMIT_BYTES) throw new KvsFailure(413, 'MAX_SIZE', 'More than 4 MB.');
}
