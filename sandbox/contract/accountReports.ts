/** What the app has told of a person, and what it is to learn of them. */
export interface AccountReports {
  /** From now on the platform says that the person closed their account, or that it changed. */
  set(accountId: string, status: 'closed' | 'updated'): void;
  /** Account ids that the app told of, in order. */
  reported(): readonly string[];
}
