import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request's body that is longer than its route allows. */
export class BodyTooLarge extends Error {}

function requestHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  return headers;
}

async function readBody(incoming: IncomingMessage, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.byteLength;
    if (length > limit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Node's request as the web's. `host` must have been checked by the caller.
 * @throws BodyTooLarge beyond `bodyLimit` bytes.
 */
export async function toWebRequest(incoming: IncomingMessage, host: string, bodyLimit: number): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? await readBody(incoming, bodyLimit) : null;
  return new Request(new URL(incoming.url ?? '/', `http://${host}`), {
    method,
    headers: requestHeaders(incoming),
    body,
  });
}

/** Sends the web's response through Node's. */
export async function sendWebResponse(response: Response, outgoing: ServerResponse, withBody: boolean): Promise<void> {
  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  if (!withBody || response.body === null) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.from(Buffer.from(await response.arrayBuffer())), outgoing);
}
