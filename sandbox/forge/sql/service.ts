import { z } from 'zod';
import { jsonResponse, type PlannedCall } from '../../outside';
import type { SqlEngine, SqlResult, SqlValue } from './engine';
import { SqlFailure } from './failure';
import type { SqlLimits } from './limits';
import { admit, REQUEST_LIMIT_BYTES, RESPONSE_LIMIT_BYTES } from './policy';

const ENDPOINTS: Readonly<Record<string, 'dml' | 'ddl'>> = { '/api/v1/execute': 'dml', '/api/v1/execute/ddl': 'ddl' };

const parameter = z.union([z.string(), z.number(), z.boolean().transform(Number), z.null()]);
const requestBody = z.object({
  query: z.string(),
  params: z.array(parameter).default([]),
  method: z.string().optional(),
});

export interface SqlService {
  readonly engine: SqlEngine;
  readonly limits: SqlLimits;
}

function rowsOf(result: SqlResult): unknown {
  if (result.type === 'rows') return result.rows;
  const { affectedRows, insertId } = result;
  return { affectedRows, insertId, fieldCount: 0, info: '', serverStatus: 2, warningStatus: 0 };
}

function parse(body: string): { readonly query: string; readonly params: readonly SqlValue[] } {
  if (Buffer.byteLength(body) > REQUEST_LIMIT_BYTES) throw SqlFailure.tooLarge('The request is larger than 1 MiB.');
  const parsed = requestBody.safeParse(JSON.parse(body));
  if (!parsed.success) throw SqlFailure.invalid(z.prettifyError(parsed.error));
  return parsed.data;
}

async function answer({ engine, limits }: SqlService, endpoint: 'dml' | 'ddl', body: string): Promise<Response> {
  try {
    const { query, params } = parse(body);
    const statement = admit(query, endpoint);
    limits.admit(statement.class);
    const started = performance.now();
    const result = await engine.run(statement, query, params).finally(() => {
      limits.leave(statement.class, performance.now() - started);
    });
    const text = JSON.stringify({ rows: rowsOf(result), metadata: {} });
    if (Buffer.byteLength(text) > RESPONSE_LIMIT_BYTES) throw SqlFailure.tooLarge('The response is larger than 4 MiB.');
    return new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
  } catch (error) {
    if (error instanceof SqlFailure) return jsonResponse(error.status, error.toBody());
    throw error;
  }
}

function shownQuery(body: string): string {
  try {
    return requestBody.parse(JSON.parse(body)).query.trim();
  } catch {
    return '';
  }
}

/** Understands a call of `@forge/sql`. */
export function planSql(service: SqlService, path: string, init: RequestInit): PlannedCall {
  const body = typeof init.body === 'string' ? init.body : '';
  const endpoint = ENDPOINTS[path];
  return {
    kind: 'sql',
    what: shownQuery(body),
    as: 'app',
    perform: async () => ({
      response: endpoint
        ? await answer(service, endpoint, body)
        : jsonResponse(404, { code: 'NOT_FOUND', message: `No end point ${path}` }),
      points: 0,
    }),
  };
}
