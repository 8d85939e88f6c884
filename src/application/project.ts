import type { Items } from '../domain/events';
import type { Outside } from './ports';

const ERASE_BATCH = 500;

type Projecting = Pick<Outside, 'projections' | 'erasables'>;

/** Erases every reference to the person in the project; the one that tells whom comes last, so that dying loses nothing. */
async function erasePerson({ erasables }: Projecting, { projectId, person }: Items['erasedPeople'][number]) {
  const accountId = (await erasables.read([person.ref])).get(person.ref);
  if (accountId === undefined) return;
  for (;;) {
    const found = await erasables.refsToAccount(projectId, accountId, ERASE_BATCH);
    const others = found.filter((ref) => ref !== person.ref);
    if (others.length === 0) break;
    await erasables.erase(others);
  }
  await erasables.erase([person.ref]);
}

/** Brings the derived rows of these items up to their events, and erases what the events say is erased. */
export async function project(outside: Projecting, items: Items): Promise<void> {
  if (items.erasedRefs.length > 0) await outside.erasables.erase(items.erasedRefs);
  for (const erased of items.erasedPeople) await erasePerson(outside, erased);
  await outside.projections.save(items);
}
