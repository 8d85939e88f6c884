import type { Items } from '../domain/events';
import type { Outside } from './ports';

/** Brings the derived rows of these items up to their events, and erases what the events say is erased. */
export async function project(outside: Pick<Outside, 'projections' | 'erasables'>, items: Items): Promise<void> {
  const erased = [...items.contacts.values()].filter((contact) => contact.erased).map((contact) => contact.name.ref);
  if (erased.length > 0) await outside.erasables.erase(erased);
  await outside.projections.save(items);
}
