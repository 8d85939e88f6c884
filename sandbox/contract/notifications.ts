/** A message that an app had Jira send to one person about an issue. */
export interface SentNotification {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who gets it. */
  readonly accountId: string;
  /** As it was then. */
  readonly issueKey: string;
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}

/** What Jira has sent by mail. */
export interface NotificationStore {
  add(notification: SentNotification): void;
  /** All, or those of one person, the latest first. */
  sent(accountId?: string): readonly SentNotification[];
}
