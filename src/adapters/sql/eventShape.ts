import { z } from 'zod';

/** Stands in an event for a value kept apart. */
export const ref = z.object({ ref: z.string(), digest: z.string() });

/** Where an event stands and who decided it. */
export const place = {
  stream: z.string(),
  version: z.number(),
  itemId: z.string(),
  itemVersion: z.number(),
  issueId: z.string().nullable(),
  commandId: z.string(),
  commandIndex: z.number(),
  at: z.number(),
  actor: ref,
  previousHash: z.string(),
  hash: z.string(),
};

/** An event of one type with its data. */
export function kindOfEvent<Item extends string, Type extends string, Data extends z.ZodType>(
  item: Item,
  type: Type,
  data: Data,
) {
  return z.object({ ...place, itemType: z.literal(item), type: z.literal(type), data });
}
