import type Database from 'libsql';
import { z } from 'zod';
import type { IssueLink, LinkRecord, SiteStore } from '../api';
import { idOfName } from '../names';
import { rowsOf } from './rows';

const linkRows = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    outward: z.string(),
    inward: z.string(),
    source_key: z.string(),
    target_key: z.string(),
  }),
);

/** The links at whose one end the issue stands. */
export function linksOf(database: Database.Database, key: string): readonly IssueLink[] {
  const query = 'SELECT * FROM link WHERE source_key = ? OR target_key = ? ORDER BY type, CAST(id AS INTEGER)';
  return linkRows.parse(rowsOf(database, query, [key, key])).map((link) => ({
    id: link.id,
    type: link.type,
    outward: link.outward,
    inward: link.inward,
    direction: link.source_key === key ? 'outward' : 'inward',
    otherKey: link.source_key === key ? link.target_key : link.source_key,
  }));
}

export function findLink(database: Database.Database, site: SiteStore, id: string): LinkRecord | null {
  const link = linkRows.parse(database.prepare('SELECT * FROM link WHERE id = ?').all([id]))[0];
  const [source, destination] = link ? [site.findIssue(link.source_key), site.findIssue(link.target_key)] : [];
  if (!link || !source || !destination) return null;
  const type = {
    id: idOfName('issueLinkType', link.type),
    name: link.type,
    outward: link.outward,
    inward: link.inward,
  };
  return { id: link.id, type, source, destination };
}
