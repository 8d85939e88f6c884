import type { Doer, IssueLink, LinkType, NewLink } from '../../api';
import { idOfName } from '../../names';
import { newIdentifier } from '../identifiers';
import { doerOf, getIssue, type Editing } from './editing';

/** The types that every new Jira brings along. */
const BUILT_IN: readonly Omit<LinkType, 'id'>[] = [
  { name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
  { name: 'Cloners', outward: 'clones', inward: 'is cloned by' },
  { name: 'Duplicate', outward: 'duplicates', inward: 'is duplicated by' },
  { name: 'Relates', outward: 'relates to', inward: 'relates to' },
];

function typeOf({ site }: Editing, { type, outward, inward }: NewLink): LinkType {
  const id = idOfName('issueLinkType', type);
  const known = [...site.linkTypes(), ...BUILT_IN].find(({ name }) => name === type);
  if (known) return { ...known, id };
  if (outward === undefined || inward === undefined) {
    throw new Error(`No link has the type "${type}" yet: say its words.`);
  }
  return { id, name: type, outward, inward };
}

export function addLink(editing: Editing, given: NewLink): IssueLink {
  const { database } = editing;
  const [source, destination] = [getIssue(editing, given.from), getIssue(editing, given.to)];
  const type = typeOf(editing, given);
  const ends = [type.name, source.key, destination.key];
  const known = database.prepare('SELECT 1 FROM link WHERE type = ? AND source_key = ? AND target_key = ?').all(ends);
  if (known.length > 0) throw new Error(`${source.key} ${type.outward} ${destination.key} already.`);
  const id = newIdentifier(database, 'link', `${type.name}/${source.key}/${destination.key}`);
  database
    .prepare('INSERT INTO link (id, type, outward, inward, source_key, target_key) VALUES (?, ?, ?, ?, ?, ?)')
    .run([id, type.name, type.outward, type.inward, source.key, destination.key]);
  database
    .prepare('INSERT OR IGNORE INTO link_type (name, outward, inward) VALUES (?, ?, ?)')
    .run([type.name, type.outward, type.inward]);
  editing.announce({
    of: 'issuelink',
    what: 'created',
    link: { id, type, source, destination },
    by: given.by ?? null,
  });
  const { outward, inward } = type;
  return { id, type: type.name, outward, inward, direction: 'outward', otherKey: destination.key };
}

export function removeLink(editing: Editing, id: string, doer?: Doer): void {
  const { database, site } = editing;
  const link = site.findLink(id);
  const { changes } = database.prepare('DELETE FROM link WHERE id = ?').run([id]);
  if (changes === 0) throw new Error(`The site has no link ${id}.`);
  // Jira tells apps of links within one site only.
  if (link) editing.announce({ of: 'issuelink', what: 'deleted', link, by: doerOf(doer) });
}
