import { z } from 'zod';
import { SPACE_LEVELS, type AdfDocument, type ContentProperty, type Space, type WikiPage } from '../../contract/wiki';

/** Confluence's tables: a step of the site's migrations. */
export const WIKI_TABLES = `
  CREATE TABLE space (id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, document TEXT NOT NULL) STRICT;
  CREATE TABLE space_level (space_id TEXT NOT NULL, account_id TEXT NOT NULL, level TEXT NOT NULL, PRIMARY KEY (space_id, account_id)) STRICT;
  CREATE TABLE page (
    id TEXT PRIMARY KEY, space_id TEXT NOT NULL, document TEXT NOT NULL,
    serial INTEGER GENERATED ALWAYS AS (CAST(id AS INTEGER)) VIRTUAL
  ) STRICT;
  CREATE INDEX page_of_space ON page (space_id, serial);
  CREATE TABLE page_version (page_id TEXT NOT NULL, number INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (page_id, number)) STRICT;
  CREATE TABLE content_property (
    id TEXT PRIMARY KEY, page_id TEXT NOT NULL, key TEXT NOT NULL, document TEXT NOT NULL, UNIQUE (page_id, key)
  ) STRICT;
`;

export const adfDocument: z.ZodType<AdfDocument> = z.object({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.unknown()),
});

const contentVersion = z.object({
  number: z.number(),
  createdAt: z.string(),
  message: z.string(),
  authorId: z.string(),
});

export const spaceDocument: z.ZodType<Space> = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  createdAt: z.string(),
  authorId: z.string(),
});

const accounts = z.array(z.string()).nullable();

export const pageDocument: z.ZodType<WikiPage> = z.object({
  id: z.string(),
  spaceId: z.string(),
  parentId: z.string().nullable(),
  title: z.string(),
  status: z.enum(['current', 'archived', 'trashed']),
  authorId: z.string(),
  createdAt: z.string(),
  version: contentVersion,
  body: adfDocument,
  readers: accounts,
  editors: accounts,
});

export const pageState = z.object({ title: z.string(), body: adfDocument, version: contentVersion });

export const propertyDocument: z.ZodType<ContentProperty> = z.object({
  id: z.string(),
  pageId: z.string(),
  key: z.string(),
  value: z.unknown(),
  version: contentVersion,
});

export const levelRows = z.array(z.object({ level: z.enum(SPACE_LEVELS) }));
