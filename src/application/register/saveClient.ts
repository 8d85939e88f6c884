import type { FieldProblem } from '../../contract/errors';
import type { ProcedureInput } from '../../contract/procedures';
import type { ClientEntry } from '../../contract/register';
import { addClient, editClient } from '../../domain/contacts/client';
import type { ClientContent } from '../../domain/contacts/client';
import { requireEntryVersion } from '../../domain/contacts/entry';
import type { Items } from '../../domain/events';
import { calendarProblems } from '../../domain/settings/problems';
import type { Attempt } from '../attempt';
import type { DomainDecision } from '../commit';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { changeEntry, clientAmong, clientEntry } from './changeEntry';

type Input = ProcedureInput<'client.save'>;

/** Lets a calendar pass that can be meant. */
function requireSense({ calendar }: Input): void {
  const problems = calendar === null ? [] : calendarProblems(calendar);
  const fields = problems.map(({ path, rule }): FieldProblem => ({ path, rule }));
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
}

async function requireFreeName(outside: Outside, { projectId, name, clientId }: Input): Promise<void> {
  const holder = await outside.contactViews.findClientByName(projectId, name);
  if (holder === null || holder === clientId) return;
  throw new Refusal('INVALID_INPUT', { fields: [{ path: 'name', rule: 'taken' }] });
}

async function decide(
  outside: Outside,
  input: Input,
  items: Items,
  attempt: Attempt,
): Promise<readonly DomainDecision[]> {
  const { projectId, clientId, expectedVersion, name, timeZone, calendar } = input;
  await requireFreeName(outside, input);
  if (clientId === null) {
    const entry = { id: outside.newId(), projectId, issueId: null, name: attempt.keep('name', name) };
    return [addClient(entry, { timeZone, calendar })];
  }
  const client = clientAmong(items, projectId, clientId);
  requireEntryVersion(client, expectedVersion);
  const known = (await outside.erasables.read([client.name.ref])).get(client.name.ref);
  const changes: Partial<ClientContent> = {
    timeZone,
    calendar,
    ...(known === name ? {} : { name: attempt.keep('name', name) }),
  };
  return [editClient(client, changes)];
}

/**
 * Enters a client, or corrects what is known of it: its name, where it is and when it works. For administrators.
 *
 * @throws Refusal `INVALID_INPUT` for a name that another client has or a calendar that contradicts itself, `CONFLICT`,
 *   `CLIENT_NOT_FOUND`, `ENTRY_UNUSABLE`
 */
export async function saveClient(outside: Outside, viewer: Viewer, input: Input): Promise<ClientEntry> {
  const { commandId, projectId, clientId } = input;
  requireSense(input);
  const items = await changeEntry(outside, viewer, {
    ...{ commandId, projectId, type: clientId === null ? 'client.added' : 'client.edited' },
    entry: { client: clientId ?? '' },
    load: () => (clientId === null ? outside.journal.commandEvents(commandId) : outside.journal.itemEvents([clientId])),
    decide: (loaded, attempt) => decide(outside, input, loaded, attempt),
  });
  const [client] = items.clients.values();
  return clientEntry(outside, projectId, client?.id ?? '');
}
