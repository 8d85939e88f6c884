import { sql } from 'kysely';
import { db } from './database';

/**
 * Contacts `c` with their entries `ce`, their names `own` and `details`, `account`, and the client `k` they now belong
 * to, with its entry `ke` and name `theirs`: the people of a merged client belong to the one it was merged into.
 */
export function registered() {
  return db
    .selectFrom('contact as c')
    .leftJoin('contact_entry as ce', 'ce.id', 'c.id')
    .leftJoin('client_entry as belongs', 'belongs.id', 'c.client_id')
    .innerJoin('client as k', (join) => join.on(sql<boolean>`k.id = COALESCE(belongs.merged_into, c.client_id)`))
    .leftJoin('client_entry as ke', 'ke.id', 'k.id')
    .leftJoin('erasable as own', 'own.id', 'c.name_ref')
    .leftJoin('erasable as theirs', 'theirs.id', 'k.name_ref')
    .leftJoin('erasable as details', 'details.id', 'ce.details_ref')
    .leftJoin('erasable as account', 'account.id', 'ce.account_ref');
}
