import { z } from 'zod';
import { journalEntry } from './journalFile';

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/=]*$/u)
  .max(200_000);
const piece = { part: z.int().min(0), parts: z.int().min(1).max(1_000), body: base64 };

/** The first line of an archive; `docs/archive.md` describes the format. */
export const archiveHeader = z
  .strictObject({
    format: z.literal('countersign-archive'),
    formatVersion: z.literal(1),
    /** The cloud id of the Jira site. */
    site: z.string().max(64),
    projectId: z.string(),
    projectKey: z.string().max(255),
    exportedAt: z.iso.datetime(),
    /** The last event in the file; null for a project without any. */
    head: z
      .strictObject({ version: z.int().min(1), hash })
      .readonly()
      .nullable(),
    /** How many frozen assessments (two documents each) and editions follow the journal. */
    documents: z.int().min(0),
    editions: z.int().min(0),
  })
  .readonly();
export type ArchiveHeader = z.output<typeof archiveHeader>;

/** The key of an issue that the journal names, for people: Jira's ids are what counts. */
const issueLine = z.strictObject({ issue: z.strictObject({ id: z.string(), key: z.string() }).readonly() }).readonly();

/** A piece of a frozen document: base64 of its gzip in parts. Withheld where it names issues that the exporter may not see. */
const documentLine = z
  .strictObject({
    document: z.union([
      z.strictObject({ digest: hash, changeId: z.uuid(), ...piece }).readonly(),
      z.strictObject({ digest: hash, changeId: z.uuid(), withheld: z.literal(true) }).readonly(),
    ]),
  })
  .readonly();

const editionLine = z
  .strictObject({
    edition: z.union([
      z.strictObject({ id: z.uuid(), pageId: z.string().regex(/^\d{1,20}$/u), ...piece }).readonly(),
      z.strictObject({ id: z.uuid(), withheld: z.literal(true) }).readonly(),
      z.strictObject({ id: z.uuid(), erased: z.literal(true) }).readonly(),
    ]),
  })
  .readonly();

/** Any line of an archive. */
export const archiveLine = z.union([archiveHeader, journalEntry, issueLine, documentLine, editionLine]);
export type ArchiveLine = z.output<typeof archiveLine>;
export interface ArchivePiece {
  readonly part: number;
  readonly parts: number;
  readonly body: string;
}
