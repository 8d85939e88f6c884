import type { ArchiveDecision } from '../domain/archive/imported';
import { foldItems } from '../domain/events';
import type { DomainEvent } from '../domain/events';
import type { ClientDecision } from '../domain/contacts/client';
import type { ContactDecision } from '../domain/contacts/contact';
import type { ChangeDecision } from '../domain/change/events';
import type { FeedbackDecision } from '../domain/feedback/events';
import type { PersonDecision } from '../domain/people/people';
import type { SettingsDecision } from '../domain/settings/item';
import type { EditionDecision } from '../domain/summary/edition';
import { chain, streamOf } from '../domain/journal/chain';
import { Attempt } from './attempt';
import type { Outside, Viewer } from './ports';
import { project } from './project';
import { Refusal } from './refusal';

export type DomainDecision =
  | FeedbackDecision
  | ChangeDecision
  | ContactDecision
  | ClientDecision
  | PersonDecision
  | SettingsDecision
  | EditionDecision
  | ArchiveDecision;

/** How often a command tries to get its place in the stream before it gives up. */
const MOST_ATTEMPTS = 12;

/** Who decides where no person does: the platform by what it demands, the app by a rule that the project chose. */
type NoPerson = 'Atlassian' | 'Countersign';

/** A command on its way into the journal. */
export interface Command {
  readonly viewer: Viewer | NoPerson;
  readonly commandId: string;
  readonly projectId: string;
  /** The types its own event may have: tells a repeated command from a command id used for something else. */
  readonly type: DomainEvent['type'] | readonly DomainEvent['type'][];
  /** The events of the items it decides on, read anew for each attempt. */
  readonly load: () => Promise<readonly DomainEvent[]>;
  /** Decides on what those events say; throws to refuse. */
  readonly decide: (events: readonly DomainEvent[], attempt: Attempt) => Promise<readonly DomainDecision[]>;
}

function actorOf({ viewer }: Command) {
  if (typeof viewer === 'string') return { kind: 'name', value: viewer } as const;
  return { kind: 'account', value: viewer.accountId } as const;
}

/**
 * Whether the events came from this very command, sent before.
 *
 * @throws Refusal `COMMAND_REUSED` when its id was used by somebody else or for something else
 */
async function wasDone(outside: Outside, command: Command, events: readonly DomainEvent[]): Promise<boolean> {
  const own = events.filter((event) => event.commandId === command.commandId);
  const [first] = own;
  if (first === undefined) return false;
  const people = await outside.erasables.read([first.actor.ref]);
  const same =
    own.some((event) => command.type === event.type || command.type.includes(event.type)) &&
    people.get(first.actor.ref) === actorOf(command).value;
  if (!same) throw new Refusal('COMMAND_REUSED');
  return true;
}

/**
 * Brings a command into the journal exactly once: values first, then all its events in one statement (the commit
 * point), then the derived rows. A command sent twice gives its first outcome again; one that decides nothing leaves
 * no trace.
 *
 * @returns all events of the items concerned, the new ones included
 * @throws Refusal `BUSY` when other writers were first in every attempt, `COMMAND_REUSED` when the command id belongs
 *   to another command
 */
export async function commit(outside: Outside, command: Command): Promise<readonly DomainEvent[]> {
  const stream = streamOf(command.projectId);
  for (let count = 1; count <= MOST_ATTEMPTS; count += 1) {
    const [loaded, head] = await Promise.all([command.load(), outside.journal.head(stream)]);
    if (await wasDone(outside, command, loaded)) {
      await project(outside, foldItems(loaded));
      return loaded;
    }
    const attempt = new Attempt(outside);
    const decisions = await command.decide(loaded, attempt);
    if (decisions.length === 0) return loaded;
    const { kind, value } = actorOf(command);
    const actor = attempt.keep(kind, value);
    const context = { stream, commandId: command.commandId, at: outside.now(), actor };
    const events: readonly DomainEvent[] = chain(head, context, decisions);
    await outside.erasables.write(command.projectId, attempt.id, attempt.values);
    if ((await outside.journal.append(events, attempt.id)) === 'appended') {
      const all = [...loaded, ...events];
      await project(outside, foldItems(all));
      return all;
    }
    await wasDone(outside, command, await outside.journal.commandEvents(command.commandId));
    await outside.backOff(count);
  }
  throw new Refusal('BUSY', { retryAfterSeconds: 5 });
}
