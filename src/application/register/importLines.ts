import type { FieldProblem } from '../../contract/errors';
import type { ProcedureInput } from '../../contract/procedures';
import type { ContactDetails, ContactEntry, ImportOutcome } from '../../contract/register';
import { changesBy, lineKey, readLine } from '../../contract/registerLine';
import type { RegisterLine } from '../../contract/registerLine';
import { addClient } from '../../domain/contacts/client';
import { addContact, editContact } from '../../domain/contacts/contact';
import type { Contact } from '../../domain/contacts/contact';
import { foldItems } from '../../domain/events';
import type { DomainEvent } from '../../domain/events';
import type { Attempt } from '../attempt';
import { requireAdministrator } from '../authorize';
import { commit } from '../commit';
import type { DomainDecision } from '../commit';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { keptDetails } from './keptDetails';

type Input = ProcedureInput<'register.import'>;

const NOTHING: ContactDetails = { role: null, language: null, timeZone: null, channel: null, hours: null };
const lower = (name: string) => name.toLowerCase();

/** The lines as they are meant. @throws Refusal `INVALID_INPUT` naming each cell that cannot be */
function readLines({ lines }: Input): readonly RegisterLine[] {
  const seen = new Set<string>();
  const fields: FieldProblem[] = [];
  const read = lines.flatMap((cells, index) => {
    const result = readLine(cells);
    const problemAt = (column: string, rest: Omit<FieldProblem, 'path'>) =>
      fields.push({ path: `lines.${index}.${column}`, ...rest });
    if ('problems' in result) {
      for (const { column, ...rest } of result.problems) problemAt(column, rest);
      return [];
    }
    const key = lineKey(result.line);
    if (seen.has(key)) problemAt('name', { rule: 'repeated' });
    seen.add(key);
    return [result.line];
  });
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
  return read;
}

/** Who of the lines is in the register already. */
interface Known {
  /** By name in lower case. */
  readonly clients: ReadonlyMap<string, string>;
  /** By `lineKey`. */
  readonly contacts: ReadonlyMap<string, ContactEntry>;
}

async function findKnown(outside: Outside, projectId: string, lines: readonly RegisterLine[]): Promise<Known> {
  const views = outside.registerViews;
  const clients = await views.clientsNamed(projectId, [...new Set(lines.map(({ client }) => client))]);
  const names = lines.flatMap(({ name }) => name ?? []);
  const found = await views.contactsNamed([...new Set(clients.values())], names);
  const entries = new Map(
    (await views.contacts(projectId, [...new Set(found.map(({ id }) => id))])).map((e) => [e.id, e]),
  );
  const byPlace = new Map(found.map(({ id, clientId, name }) => [`${clientId}\n${name}`, entries.get(id)]));
  return {
    clients,
    contacts: new Map(
      lines.flatMap((line) => {
        const { client, name } = line;
        const entry = name === null ? undefined : byPlace.get(`${clients.get(lower(client)) ?? ''}\n${lower(name)}`);
        return entry === undefined ? [] : [[lineKey(line), entry]];
      }),
    ),
  };
}

/** Decides line by line; a client that several lines name is added once. */
class LineDecisions {
  readonly decisions: DomainDecision[] = [];
  private readonly clients: Map<string, string>;
  private readonly contacts: ReadonlyMap<string, Contact>;

  constructor(
    private readonly outside: Outside,
    private readonly projectId: string,
    private readonly known: Known,
    events: readonly DomainEvent[],
    private readonly attempt: Attempt,
  ) {
    this.clients = new Map(known.clients);
    this.contacts = foldItems(events).contacts;
  }

  private entry(name: string) {
    const { outside, projectId, attempt } = this;
    return { id: outside.newId(), projectId, issueId: null, name: attempt.keep('name', name) };
  }

  private clientId(name: string): string {
    const there = this.clients.get(lower(name));
    if (there !== undefined) return there;
    const entry = this.entry(name);
    this.decisions.push(addClient(entry));
    this.clients.set(lower(name), entry.id);
    return entry.id;
  }

  take(line: RegisterLine): void {
    const clientId = this.clientId(line.client);
    if (line.name === null) return;
    const known = this.known.contacts.get(lineKey(line));
    if (known === undefined) {
      const details = keptDetails({ ...NOTHING, ...line.details }, null, this.attempt) ?? null;
      this.decisions.push(addContact(this.entry(line.name), clientId, { details }));
      return;
    }
    const contact = this.contacts.get(known.id);
    if (contact === undefined || Object.keys(changesBy(line, known)).length === 0) return;
    const details = keptDetails({ ...known, ...line.details }, known, this.attempt);
    if (details !== undefined) this.decisions.push(editContact(contact, { details }));
  }
}

function outcomeOf(events: readonly DomainEvent[], { commandId, lines }: Input): ImportOutcome {
  const own = events.filter((event) => event.commandId === commandId);
  const count = (type: DomainEvent['type']) => own.filter((event) => event.type === type).length;
  const [clientsAdded, added, updated] = [count('client.added'), count('contact.added'), count('contact.edited')];
  return { clientsAdded, added, updated, unchanged: lines.length - added - updated };
}

/**
 * Takes some lines of a file of people into the register, all or none: whoever is there already, by the names of
 * client and person, is brought up to date where the line says something else. For administrators.
 *
 * @throws Refusal `INVALID_INPUT` naming each line and cell that cannot be meant
 */
export async function importLines(outside: Outside, viewer: Viewer, input: Input): Promise<ImportOutcome> {
  const { commandId, projectId } = input;
  await requireAdministrator(outside.access, projectId);
  const lines = readLines(input);
  let known: Known = { clients: new Map(), contacts: new Map() };
  const events = await commit(outside, {
    ...{ viewer, commandId, projectId },
    type: ['contact.added', 'contact.edited', 'client.added'],
    load: async () => {
      known = await findKnown(outside, projectId, lines);
      const done = await outside.journal.commandEvents(commandId);
      const people = [...known.contacts.values()].map(({ id }) => id);
      const ids = new Set([...people, ...done.map(({ itemId }) => itemId)]);
      return ids.size === 0 ? [] : outside.journal.itemEvents([...ids]);
    },
    decide: (loaded, attempt) => {
      const taken = new LineDecisions(outside, projectId, known, loaded, attempt);
      for (const line of lines) taken.take(line);
      return Promise.resolve(taken.decisions);
    },
  });
  return outcomeOf(events, input);
}
