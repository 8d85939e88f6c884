import type { Token } from '../tokens';

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Writes tokens as SQLite reads them. */
export function render(tokens: readonly Token[]): string {
  return tokens
    .map(({ kind, text }) => {
      if (kind === 'name') return quoteName(text);
      return kind === 'string' ? quoteString(text) : text;
    })
    .join(' ');
}

export const word = (text: string): Token => ({ kind: 'word', text });
export const symbol = (text: string): Token => ({ kind: 'symbol', text });
export const text = (value: string): Token => ({ kind: 'string', text: value });
