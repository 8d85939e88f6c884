import type { Letter, NamedIssue } from '../../domain/notices/letter';
import type { Waiting } from '../../domain/notices/waiting';
import type { Outside } from '../ports';

/** What waits, and who has been told of it. */
export interface NoticeStore {
  /** Projects in which something waits, by id; one statement. */
  projects(now: number): Promise<readonly string[]>;
  /** What waits in the project, the longest first, at most `limit`; one statement. */
  waiting(projectId: string, now: number, limit: number): Promise<readonly Waiting[]>;
  /** Those of the accounts to whom a message of the project has gone on the day. */
  told(projectId: string, accountIds: readonly string[], day: string): Promise<ReadonlySet<string>>;
  /** Notes that a message goes to the account on the day; false when one has gone already. */
  claim(projectId: string, accountId: string, day: string): Promise<boolean>;
  /** Takes the note back: the message has surely not gone. */
  release(projectId: string, accountId: string, day: string): Promise<void>;
  /** Forgets notes of earlier days. */
  forget(before: string): Promise<void>;
}

/** An account as it lets the app know. */
export interface Recipient {
  readonly accountId: string;
  /** As Jira writes it, such as `zh_CN`; null where they keep it to themselves. */
  readonly locale: string | null;
  /** IANA; null likewise. */
  readonly timeZone: string | null;
}

export interface Site {
  /** Without a slash at its end. */
  readonly url: string;
  readonly locale: string;
}

/** A message as it is sent. */
export interface Message {
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}

/** Jira, asked as the app: nobody is there when a morning begins. */
export interface Post {
  site(): Promise<Site>;
  /** Those of the accounts that belong to people who are active. */
  active(accountIds: readonly string[]): Promise<readonly Recipient[]>;
  /** Which of the issues the account may see; null where Jira does not let the app ask. */
  visibleTo(accountId: string, issueIds: readonly string[]): Promise<ReadonlySet<string> | null>;
  issues(issueIds: readonly string[]): Promise<ReadonlyMap<string, NamedIssue>>;
  /**
   * Sends a message about the issue to the account, if it may see the issue.
   *
   * @returns `refused` when Jira does not send it; asking again is of no use today
   */
  send(issueId: string, accountId: string, message: Message): Promise<'sent' | 'refused'>;
}

export interface NoticeOutside {
  readonly journal: Outside['journal'];
  readonly notices: NoticeStore;
  readonly post: Post;
  readonly now: () => number;
  /** Milliseconds left of the invocation. */
  readonly remaining: () => number;
  /** Puts a letter into words. */
  readonly compose: (
    letter: Letter,
    reader: { readonly locale: string; readonly timeZone: string },
    site: Site,
  ) => Message;
}
