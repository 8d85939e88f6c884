import { z } from 'zod';
import type { SiteStore } from '../api';
import type { JiraAnswer } from './answer';
import type { Viewer } from './viewer';

/** A request that matched an operation and passed its schema. */
export interface JiraCall {
  readonly site: SiteStore;
  readonly viewer: Viewer;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** `YYYY-MM-DD` by the sandbox's clock. */
  readonly today: string;
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly now: number;
}

export type Operation = (call: JiraCall) => JiraAnswer;

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
