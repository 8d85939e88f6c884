import { z } from 'zod';

const effect = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('status'),
    status: z.int().min(100).max(599),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  z.strictObject({ type: z.literal('hang') }),
  z.strictObject({ type: z.literal('lost-answer') }),
  z.strictObject({ type: z.literal('kill-before') }),
  z.strictObject({ type: z.literal('kill-after') }),
]);

/** Something that goes wrong with the next matching calls; `Fault` says what the fields mean. */
export const faultRequest = z.strictObject({
  target: z.enum(['jira', 'confluence', 'sql', 'queue', 'kvs', 'other']),
  matching: z.string().default(''),
  skip: z.int().min(0).default(0),
  times: z.int().min(1).default(1),
  effect,
});

/** Exactly one of the two: an instant to be at, or milliseconds to go forward. */
export const clockRequest = z.union([
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advance: z.number() }),
]);

export const invokeRequest = z.strictObject({
  moduleKey: z.string(),
  procedure: z.string(),
  payload: z.unknown(),
  accountId: z.string(),
  issue: z.string().optional(),
  macro: z
    .strictObject({ pageId: z.string(), localId: z.string(), mode: z.enum(['view', 'configure']) })
    .exactOptional(),
});

export const scheduleRequest = z.strictObject({ key: z.string() });

export const deliverRequest = z.strictObject({
  event: z.enum(['avi:forge:installed:app', 'avi:forge:upgraded:app']),
});
