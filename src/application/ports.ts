import type { ChangeState, Urgency } from '../contract/changeVocabulary';
import type { ClientView, ContactView } from '../contract/feedback';
import type { IssueLabel } from '../contract/issues';
import type { ClientCalendar, ClientEntry, ContactEntry, RegisterPage } from '../contract/register';
import type { Tier } from '../contract/settings';
import type { Channel, FeedbackKind, FeedbackState, Importance } from '../contract/vocabulary';
import type { DomainEvent, Items } from '../domain/events';
import type { StreamHead } from '../domain/journal/event';
import type { FoundEntry } from '../domain/journal/found';

/** An issue that the viewer may see. */
export interface VisibleIssue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
}

/** An issue that the viewer may see, as it is shown. */
export type LabelledIssue = VisibleIssue & IssueLabel;

export type PermissionQuestion =
  | { readonly permission: 'EDIT_ISSUES'; readonly issueId: string }
  | { readonly permission: 'BROWSE_PROJECTS' | 'ADMINISTER_PROJECTS'; readonly projectId: string }
  | { readonly permission: 'ADMINISTER' };

/** What Jira lets the viewer of this invocation see and do; every answer is Jira's own, given to that user. */
export interface Access {
  /** Null when the issue does not exist or the viewer may not see it: Jira does not tell these apart. */
  findIssue(issueId: string): Promise<VisibleIssue | null>;
  /** The same with a hint whether the viewer may edit it, at no extra call. */
  findIssueWithEditHint(issueId: string): Promise<(VisibleIssue & { readonly mayEdit: boolean }) | null>;
  /** Those of the issues that the viewer may see, by id; one call for each hundred. */
  labels(issueIds: readonly string[]): Promise<ReadonlyMap<string, LabelledIssue>>;
  /** One answer a question, in their order, in one call. */
  holds(questions: readonly PermissionQuestion[]): Promise<readonly boolean[]>;
}

/** The one way to ask about issues beyond the one that a use case has already checked. */
export interface Visibility {
  /**
   * Which of these issues the viewer may see, by id; those that do not exist are not among them. Any number may be
   * asked about: they are asked for in bulk.
   *
   * @throws Refusal when Jira cannot be asked: nothing may then be shown
   */
  visibleAmong(issueIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The append-only record; its rows are the truth that every other table is derived from. */
export interface Journal {
  itemEvents(itemIds: readonly string[]): Promise<readonly DomainEvent[]>;
  /** The last event of each of these items, those without any left out; one statement. */
  lastOfItems(itemIds: readonly string[]): Promise<readonly DomainEvent[]>;
  commandEvents(commandId: string): Promise<readonly DomainEvent[]>;
  head(stream: string): Promise<StreamHead | null>;
  /** How many change requests have been raised in the stream. */
  changesRaised(stream: string): Promise<number>;
  /** All or none; `collided` when another event took a place in stream, item or command first. */
  append(events: readonly DomainEvent[], attemptId: string): Promise<'appended' | 'collided'>;
  /** Items of the issue whose derived rows are behind their events. */
  behindOnIssue(issueId: string): Promise<readonly string[]>;
  /** The same, and the last events of other items beside it, in one statement. */
  behindOnIssueAndLast(
    issueId: string,
    itemIds: readonly string[],
  ): Promise<{ readonly behind: readonly string[]; readonly last: readonly DomainEvent[] }>;
  /** Items with events since the instant whose derived rows are behind, at most `limit`. */
  behindSince(instant: number, limit: number): Promise<readonly string[]>;
  /** Decisions since the instant to erase a person. */
  personErasuresSince(instant: number): Promise<readonly DomainEvent[]>;
  /** Items of the stream whose first event stands behind the number, in order, at most `limit`. */
  itemsBehind(
    stream: string,
    version: number,
    limit: number,
  ): Promise<readonly { readonly itemId: string; readonly version: number }[]>;
}

/** What the database holds under a number of a stream. */
export interface StoredEntry {
  readonly version: number;
  readonly entry: Exclude<FoundEntry, { found: 'link' }>;
}

/** Reads the journal as it stands in the database, right or wrong. */
export interface JournalArchive {
  /** What stands behind the number, in order, at most `limit`. */
  entries(stream: string, after: number, limit: number): Promise<readonly StoredEntry[]>;
  /** Whether a row that views read was derived from an event that the journal does not hold. */
  hasLostEvents(projectId: string): Promise<boolean>;
}

/** A text or an account id, kept apart from the journal so that it can be erased. */
export interface ErasableValue {
  readonly id: string;
  readonly salt: string;
  readonly kind: 'text' | 'name' | 'account';
  readonly value: string;
}

export interface Erasables {
  write(projectId: string, attemptId: string, values: readonly ErasableValue[]): Promise<void>;
  /** Values by id; those erased or unknown are absent. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  erase(ids: readonly string[]): Promise<void>;
  /** Values of the project that are this account id, at most `limit`. */
  refsToAccount(projectId: string, accountId: string, limit: number): Promise<readonly string[]>;
  /** Deletes values written before the instant by attempts that never reached the journal; returns how many. */
  sweepOrphans(before: number): Promise<number>;
}

/** The tables that views read; each row remembers the version it was derived from and never goes back. */
export interface Projections {
  save(items: Items): Promise<void>;
  /** Deletes rows of the project that no event of the journal made. */
  dropUnfounded(projectId: string): Promise<void>;
}

/** A feedback item as views need it. Instants are milliseconds since 1970. */
export interface FeedbackRow {
  readonly id: string;
  readonly version: number;
  readonly state: FeedbackState;
  readonly kind: FeedbackKind;
  readonly importance: Importance;
  readonly channel: Channel;
  readonly contact: ContactView;
  /** The first characters of the text; null once erased. */
  readonly beginning: string | null;
  readonly saidOn: string;
  readonly recordedAt: number;
  readonly updatedAt: number;
  readonly respondBy: number;
  readonly resolveBy: number | null;
  readonly respondedAt: number | null;
  readonly closedAt: number | null;
  readonly recordedBy: string | null;
  readonly handledBy: string | null;
  readonly mergedInto: string | null;
}

export interface FeedbackViews {
  page(
    issueId: string,
    offset: number,
    limit: number,
  ): Promise<{ readonly total: number; readonly rows: readonly FeedbackRow[] }>;
  get(feedbackId: string): Promise<FeedbackRow>;
  /** All items of the issue that are merged into another. */
  mergedOnIssue(issueId: string): Promise<readonly FeedbackRow[]>;
}

/** A change request as lists need it. Instants are milliseconds since 1970. */
export interface ChangeRow {
  readonly id: string;
  readonly version: number;
  readonly projectId: string;
  readonly issueId: string;
  readonly number: number;
  readonly state: ChangeState;
  /** Null once erased. */
  readonly title: string | null;
  readonly tier: Tier | null;
  readonly urgency: Urgency;
  readonly validUntil: string | null;
  readonly updatedAt: number;
  readonly raisedBy: string | null;
  readonly handledBy: string | null;
}

/** An open change request, and the issues that it shares with another. */
export interface SharedIssues {
  readonly change: ChangeRow;
  readonly issueIds: readonly string[];
}

export interface ChangeViews {
  get(changeId: string): Promise<ChangeRow>;
  /** Those that concern the issue, open ones first, then the latest. */
  ofIssue(issueId: string): Promise<readonly ChangeRow[]>;
  /** Other open change requests that concern or affect an issue which this one concerns or affects. */
  sharing(changeId: string): Promise<readonly SharedIssues[]>;
}

/** The register as its administrators see it. */
export interface RegisterViews {
  /** Lines by client and name; `archived` brings those that are archived too. */
  page(
    projectId: string,
    wanted: {
      readonly query: string;
      readonly archived: boolean;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<RegisterPage>;
  /** Null for one that is merged, erased or of another project. */
  client(projectId: string, clientId: string): Promise<ClientEntry | null>;
  /** Those of the contacts that are neither merged nor erased nor of another project. */
  contacts(projectId: string, contactIds: readonly string[]): Promise<readonly ContactEntry[]>;
  /** The clients of these names, merged ones as those they became, by name in lower case. */
  clientsNamed(projectId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The people of these names among those of the clients; the names in lower case. */
  contactsNamed(
    clientIds: readonly string[],
    names: readonly string[],
  ): Promise<readonly { readonly id: string; readonly clientId: string; readonly name: string }[]>;
  /** The calendar of the client that the contact belongs to; null where the project's holds. */
  calendarOf(contactId: string): Promise<ClientCalendar | null>;
  /** Ids of feedback that the contacts gave, behind `after`, in order. */
  feedbackOf(contactIds: readonly string[], after: string, limit: number): Promise<readonly string[]>;
  /** Whether feedback or a change request names one of the contacts. */
  isNamed(contactIds: readonly string[]): Promise<boolean>;
  /** Whether anybody who is not erased belongs to the client. */
  hasContacts(clientId: string): Promise<boolean>;
}

export interface ContactViews {
  /** Contacts by id, those erased without their names. */
  named(contactIds: readonly string[]): Promise<ReadonlyMap<string, ContactView>>;
  /** Contacts whose name or client matches, those not erased, by name. */
  search(projectId: string, query: string, limit: number): Promise<readonly ContactView[]>;
  clients(projectId: string, query: string, limit: number): Promise<readonly ClientView[]>;
  findClientByName(projectId: string, name: string): Promise<string | null>;
  findContactByName(clientId: string, name: string): Promise<string | null>;
}

/** Everything a use case needs of the outside. */
export interface Outside {
  readonly access: Access;
  readonly visibility: Visibility;
  readonly journal: Journal;
  readonly archive: JournalArchive;
  readonly erasables: Erasables;
  readonly projections: Projections;
  readonly feedbackViews: FeedbackViews;
  readonly changeViews: ChangeViews;
  readonly contactViews: ContactViews;
  readonly registerViews: RegisterViews;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new id, later ones sorting behind earlier ones. */
  readonly newId: () => string;
  /** Fresh secret randomness for one value. */
  readonly newSalt: () => string;
  /** Waits a random moment that grows with the attempt, so that colliding writers fall out of step. */
  readonly backOff: (attempt: number) => Promise<void>;
}

/** The person on whose behalf the invocation runs. */
export interface Viewer {
  readonly accountId: string;
  /** The cloud id of the Jira site on which it runs; absent where the platform does not say. */
  readonly siteId?: string;
}
