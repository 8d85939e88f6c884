import { z } from 'zod';

const answerSchema = z.union([
  z.object({ value: z.unknown(), error: z.undefined().optional() }),
  z.object({ error: z.string() }),
]);

/**
 * Asks the site's server on behalf of a frame.
 * @throws Error with the server's sentence when it refuses or cannot be reached.
 */
export async function callServer(address: string, request: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const answer = answerSchema.parse(await response.json());
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value;
}
