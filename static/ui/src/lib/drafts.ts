import { readStored, removeStored, storedKeys, writeStored } from './storage';

const AREA = 'draft:';
const KEPT_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

export interface StoredDraft {
  readonly value: unknown;
  /** Names the intent: it stays the same until the value changes or the back end has answered. */
  readonly commandId: string;
  /** Milliseconds since 1970, by the browser's clock. */
  readonly savedAt: number;
}

/** What has been typed into the forms of one issue by one person, kept until it is saved or discarded. */
export interface Drafts {
  read(form: string): StoredDraft | null;
  write(form: string, draft: StoredDraft): void;
  remove(form: string): void;
}

function parse(stored: string | null): StoredDraft | null {
  if (stored === null) return null;
  try {
    const draft: unknown = JSON.parse(stored);
    if (typeof draft !== 'object' || draft === null) return null;
    if (!('value' in draft && 'commandId' in draft && 'savedAt' in draft)) return null;
    const { value, commandId, savedAt } = draft;
    return typeof commandId === 'string' && typeof savedAt === 'number' ? { value, commandId, savedAt } : null;
  } catch {
    return null;
  }
}

/** Opens the drafts of one person on one issue and forgets all drafts older than 30 days. */
export function openDrafts(accountId: string, issueId: string): Drafts {
  for (const key of storedKeys(AREA)) {
    const draft = parse(readStored(key));
    if (draft === null || Date.now() - draft.savedAt > KEPT_MILLISECONDS) removeStored(key);
  }
  const keyOf = (form: string): string => `${AREA}${accountId}:${issueId}:${form}`;
  return {
    read: (form) => parse(readStored(keyOf(form))),
    write: (form, draft) => {
      writeStored(keyOf(form), JSON.stringify(draft));
    },
    remove: (form) => {
      removeStored(keyOf(form));
    },
  };
}
