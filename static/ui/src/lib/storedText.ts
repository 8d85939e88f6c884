/** A stored draft that is one text; null when it is not. */
export function storedText(stored: unknown): string | null {
  return typeof stored === 'string' ? stored : null;
}
