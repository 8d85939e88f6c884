import type { CalendarSettings } from './settings';
import type { Channel } from './vocabulary';

/** When a client works, where that differs from the project's own calendar. */
export type ClientCalendar = Omit<CalendarSettings, 'timeZone'>;

/** Hours of the local day, 0 to 24. */
export interface ContactHours {
  readonly opens: number;
  readonly closes: number;
}

/** What is known of a person beside the name; null where nobody said. */
export interface ContactDetails {
  readonly role: string | null;
  /** BCP 47, for example `zh-Hans`. */
  readonly language: string | null;
  /** IANA; null for the client's. */
  readonly timeZone: string | null;
  /** How they want to be spoken to. */
  readonly channel: Channel | null;
  readonly hours: ContactHours | null;
}

/** A client as lists show it. */
export interface ClientLine {
  readonly id: string;
  readonly version: number;
  /** Null once erased. */
  readonly name: string | null;
  /** IANA; null for the project's. */
  readonly timeZone: string | null;
  readonly hasCalendar: boolean;
  readonly archived: boolean;
}

export interface ClientEntry extends Omit<ClientLine, 'hasCalendar'> {
  /** Null for the project's. */
  readonly calendar: ClientCalendar | null;
}

export interface ContactEntry extends ContactDetails {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  /** Null once erased. */
  readonly name: string | null;
  /** An Atlassian account; null where they have none. */
  readonly accountId: string | null;
  readonly archived: boolean;
  /** How many items of feedback they gave, those of people merged into them included. */
  readonly feedback: number;
}

/** A page of the register: clients by name, under each its people by name. */
export interface RegisterPage {
  /** How many lines there are in all: people, and clients without people. */
  readonly total: number;
  /** How many lines this page has. */
  readonly lines: number;
  /** The clients of the people on this page, and those that have nobody, in order. */
  readonly clients: readonly ClientLine[];
  readonly contacts: readonly ContactEntry[];
}

/** What became of the lines of an import. */
export interface ImportOutcome {
  readonly clientsAdded: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}
