import { z } from 'zod';
import { failure } from './answers';

/**
 * The body as `schema` has it, or the refusal to send. JSON's content type is demanded because a page of another site
 * cannot send it without asking first.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<{ readonly body: z.output<Schema> } | { readonly refusal: Response }> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    return { refusal: failure(415, 'Send JSON with the content type application/json.') };
  let raw: unknown;
  try {
    raw = await request.json();
  } catch {
    return { refusal: failure(400, 'The body is not JSON.') };
  }
  const parsed = schema.safeParse(raw);
  return parsed.success ? { body: parsed.data } : { refusal: failure(400, z.prettifyError(parsed.error)) };
}
