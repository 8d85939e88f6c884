import { z } from 'zod';
import type { RestAnswer } from '../rest/answer';
import type { RestCall } from '../rest/route';
import type { Viewer } from './viewer';

export type JiraCall = RestCall<Viewer>;
export type Operation = (call: JiraCall) => RestAnswer;

/** A list given as `a,b` or as a repeated parameter. */
export const commaList = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((part) => part.split(',')).filter((part) => part !== ''),
  );

/** A parameter that may be repeated, each value taken as it is. */
export const repeated = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : [value]));

/** `startAt` and `maxResults` of a paged list. */
export const paging = (size: number, most: number) => ({
  startAt: z.coerce.number().int().min(0).default(0),
  maxResults: z.coerce
    .number()
    .int()
    .default(size)
    .transform((value) => Math.min(Math.max(value, 1), most)),
});
