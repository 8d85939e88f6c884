import type { Decision, ErasableRef, JournalEvent } from '../journal/event';

/** Everything that names the person in the project is erased; `person` tells whom, until that is done. */
export type PersonDecision = Decision<'person.erased', { readonly projectId: string; readonly person: ErasableRef }>;
export type PersonEvent = JournalEvent<PersonDecision>;

/** Records that every reference to a person in the project is erased; `id` names the erasure, not the person. */
export function erasePerson(id: string, projectId: string, person: ErasableRef): PersonDecision {
  return {
    itemType: 'person',
    itemId: id,
    itemVersion: 1,
    issueId: null,
    type: 'person.erased',
    data: { projectId, person },
  };
}
