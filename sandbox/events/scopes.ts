import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const LIFE_CYCLE = /^avi:forge:(?:installed|upgraded):app$/u;
const mappingShape = z.object({
  mapping: z.array(
    z.object({
      productEvent: z.string(),
      oAuthScopes: z.object({ beta: z.array(z.string()).default([]), current: z.array(z.string()).default([]) }),
    }),
  ),
});

/** Atlassian's own table, which its package brings along without exporting it. */
function readMapping() {
  const main = createRequire(__filename).resolve('@forge/manifest');
  const file = join(dirname(main), 'mapping', 'product-event-to-scope-mapping.json');
  return mappingShape.parse(JSON.parse(readFileSync(file, 'utf8'))).mapping;
}

/**
 * Refuses what a deployment would refuse: a trigger for an event that there is not, or without its scopes.
 *
 * @throws Error naming what is missing.
 */
export function checkEventScopes(eventTypes: readonly string[], scopes: ReadonlySet<string>): void {
  const wanted = eventTypes.filter((eventType) => !LIFE_CYCLE.test(eventType));
  if (wanted.length === 0) return;
  const mapping = readMapping();
  for (const eventType of wanted) {
    const found = mapping.find(({ productEvent }) => productEvent === eventType);
    if (!found) throw new Error(`The manifest has a trigger for "${eventType}", which is no event of the platform.`);
    const { beta, current } = found.oAuthScopes;
    const held = (needed: readonly string[]) => needed.length > 0 && needed.every((scope) => scopes.has(scope));
    if (!held(current) && !held(beta)) {
      throw new Error(`The trigger for "${eventType}" needs the scope ${current.join(', ') || beta.join(', ')}.`);
    }
  }
}
