import type Database from 'libsql';
import { z } from 'zod';

type Kind = 'project' | 'issue' | 'version' | 'link' | 'space' | 'page' | 'property';

const FIRST: Readonly<Record<Kind, number>> = {
  project: 10_000,
  issue: 10_001,
  version: 10_100,
  link: 10_500,
  space: 65_538,
  page: 98_305,
  property: 196_609,
};
const numberRow = z.array(z.object({ number: z.number() }));

function nextNumber(database: Database.Database, kind: Kind): number {
  const query = 'SELECT coalesce(max(number) + 1, ?) AS number FROM identifier WHERE kind = ?';
  return numberRow.parse(database.prepare(query).all([FIRST[kind], kind]))[0]?.number ?? FIRST[kind];
}

function write(database: Database.Database, kind: Kind, name: string, number: number): void {
  database.prepare('INSERT OR REPLACE INTO identifier (kind, name, number) VALUES (?, ?, ?)').run([kind, name, number]);
}

/**
 * The number that the site gives to a name, the same for ever: what hangs on an issue's id survives its project's
 * being imported again.
 */
export function identifierOf(database: Database.Database, kind: Kind, name: string): string {
  const known = numberRow.parse(
    database.prepare('SELECT number FROM identifier WHERE kind = ? AND name = ?').all([kind, name]),
  )[0];
  return known ? String(known.number) : newIdentifier(database, kind, name);
}

/** A number that nothing has had before, from now on the name's. */
export function newIdentifier(database: Database.Database, kind: Kind, name: string): string {
  const number = nextNumber(database, kind);
  write(database, kind, name, number);
  return String(number);
}

/** Gives a name's number to another name, and a number that nothing has had to whoever takes the old one up. */
export function nameIdentifier(database: Database.Database, kind: Kind, from: string, to: string): void {
  write(database, kind, to, Number(identifierOf(database, kind, from)));
  database.prepare('DELETE FROM identifier WHERE kind = ? AND name = ?').run([kind, from]);
}
