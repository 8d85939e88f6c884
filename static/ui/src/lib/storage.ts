const PREFIX = 'countersign:';
const fallback = new Map<string, string>();

/** Reads what this browser keeps for the app; null when there is nothing. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}

/** Keeps a value in this browser, or until the page closes where the browser refuses (full, or storage blocked). */
export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
    fallback.delete(key);
  } catch {
    fallback.set(key, value);
  }
}

/** Forgets a value. */
export function removeStored(key: string): void {
  fallback.delete(key);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Blocked storage holds nothing that could be removed.
  }
}

/** The keys kept under a prefix. */
export function storedKeys(under: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + under))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}
