import { z } from 'zod';
import { SITE_URL } from '../forge/installation';
import type { RestAnswer } from '../rest/answer';
import type { RestCall } from '../rest/route';
import { ConfluenceRefusal, NotModelled } from './answer';
import type { Reader } from './reader';

export type ConfluenceCall = RestCall<Reader>;
export type Operation = (call: ConfluenceCall) => RestAnswer;

const MOST = 250;

/** A list given as `a,b` or as a repeated parameter. */
export const list = z
  .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : String(value).split(',')).map(String));

export const flag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
  .default(false);

export const paging = {
  limit: z.coerce.number().int().min(1).max(MOST).default(25),
  cursor: z.string().optional(),
};

/** The body's format: none, or Atlassian's document format. Others would have to be made of it. */
export const bodyFormat = z.string().optional();

/** @throws NotModelled for a format that would have to be rendered. */
export function wantsBody(format: string | undefined): boolean {
  if (format === undefined) return false;
  if (format !== 'atlas_doc_format') throw new NotModelled(`the body format "${format}"`);
  return true;
}

/** @throws NotModelled when one of the parameters is set. */
export function refuseFlags(query: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const set = names.find((name) => flag.parse(query[name]));
  if (set !== undefined) throw new NotModelled(`"${set}" here`);
}

function positionOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const position = Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Number.isInteger(position) || position < 0) throw new ConfluenceRefusal(400, 'Invalid cursor');
  return position;
}

/**
 * A page of a list, with the address of the next one.
 *
 * @param path of the list itself, with its placeholders filled.
 */
export function pageOf<T>(
  all: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  path: string,
  query: Readonly<Record<string, unknown>>,
) {
  const start = positionOf(cursor);
  const results = all.slice(start, start + limit);
  const base = `${SITE_URL}/wiki`;
  if (start + results.length >= all.length) return { results, _links: { base } };
  const next = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (name === 'cursor' ? [] : [[name, String(value)]])),
  );
  next.set('limit', String(limit));
  next.set('cursor', Buffer.from(String(start + limit)).toString('base64url'));
  return { results, _links: { next: `${path}?${next.toString()}`, base } };
}
