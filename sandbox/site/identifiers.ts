import type Database from 'libsql';
import { z } from 'zod';

type Kind = 'project' | 'issue' | 'version' | 'link';

const FIRST: Readonly<Record<Kind, number>> = { project: 10_000, issue: 10_001, version: 10_100, link: 10_500 };
const numberRow = z.array(z.object({ number: z.number() }));

/**
 * The number that the site gives to a name, the same for ever: what hangs on an issue's id survives its project's
 * being imported again.
 */
export function identifierOf(database: Database.Database, kind: Kind, name: string): string {
  const known = numberRow.parse(
    database.prepare('SELECT number FROM identifier WHERE kind = ? AND name = ?').all([kind, name]),
  )[0];
  if (known) return String(known.number);
  const highest = numberRow.parse(
    database
      .prepare('SELECT coalesce(max(number) + 1, ?) AS number FROM identifier WHERE kind = ?')
      .all([FIRST[kind], kind]),
  )[0];
  const number = highest?.number ?? FIRST[kind];
  database.prepare('INSERT INTO identifier (kind, name, number) VALUES (?, ?, ?)').run([kind, name, number]);
  return String(number);
}
