import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const number = z.int().min(1);
const ref = z.strictObject({ ref: z.string(), digest: z.string() }).readonly();
const position = z.strictObject({ version: number, hash }).readonly();

/** Passed on as it is, so that nothing in it escapes the hash. */
const data = z.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

const event = z
  .strictObject({
    stream: z.string(),
    version: number,
    previousHash: hash,
    commandId: z.string(),
    commandIndex: z.int().min(0),
    at: z.int(),
    actor: ref,
    itemType: z.string(),
    itemId: z.string(),
    itemVersion: z.int(),
    issueId: z.string().nullable(),
    type: z.string(),
    data,
    hash,
  })
  .readonly();

const value = z.union([
  z
    .strictObject({
      id: z.string(),
      salt: z.string(),
      value: z.string(),
      /** Set where the value is the account id of an Atlassian user. */
      account: z.literal(true).exactOptional(),
    })
    .readonly(),
  z.strictObject({ id: z.string(), erased: z.literal(true) }).readonly(),
]);

/**
 * One event in an export: with the values it refers to; or, where it was taken on an issue that the exporter may not
 * see, its link in the chain alone; or the number of one whose row cannot be read any more.
 */
export const journalEntry = z.union([
  z.strictObject({ event, values: z.array(value).readonly() }).readonly(),
  z.strictObject({ withheld: z.strictObject({ version: number, previousHash: hash, hash }).readonly() }).readonly(),
  z.strictObject({ unreadable: number }).readonly(),
]);
export type JournalEntry = z.output<typeof journalEntry>;

/** The first line of an exported file; `docs/journal.md` describes the format. */
export const journalHeader = z
  .strictObject({
    format: z.literal('countersign-journal'),
    formatVersion: z.literal(1),
    projectId: z.string(),
    exportedAt: z.iso.datetime(),
    /** The last event that the file holds; null for an empty journal. */
    head: position.nullable(),
  })
  .readonly();
export type JournalHeader = z.output<typeof journalHeader>;
