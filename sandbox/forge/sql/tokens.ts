import { SqlFailure } from './failure';

export type TokenKind = 'word' | 'name' | 'string' | 'number' | 'parameter' | 'symbol' | 'hint';

/** A piece of a MySQL statement. `text` of a name or string is what it stands for, without quotes and escapes. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const PATTERN = new RegExp(
  [
    /(?<space>\s+|--(?=\s|$)[^\n]*|#[^\n]*)/u,
    /(?<hint>\/\*[+!][\s\S]*?\*\/)/u,
    /(?<comment>\/\*[\s\S]*?\*\/)/u,
    /(?<name>`(?:[^`]|``)*`)/u,
    /(?<string>'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*")/u,
    /(?<number>0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/u,
    /(?<word>@{0,2}[\p{L}_$][\p{L}\p{N}_$]*)/u,
    /(?<parameter>\?)/u,
    /(?<symbol><=>|->>|->|:=|<=|>=|<>|!=|\|\||&&|<<|>>|[-+*/%=<>!~&|^(),.;{}[\]:@])/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'giuy',
);

const ESCAPES: Readonly<Record<string, string>> = { 0: '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\u001a' };

function unquoteString(text: string): string {
  const quote = text.charAt(0);
  return text.slice(1, -1).replace(/\\([\s\S])|(''|"")/gu, (whole: string, escaped: string | undefined) => {
    if (escaped === undefined) return whole.startsWith(quote) ? quote : whole;
    // MySQL leaves these two escaped, for LIKE to see.
    return escaped === '%' || escaped === '_' ? whole : (ESCAPES[escaped] ?? escaped);
  });
}

/** @throws SqlFailure when the text is not made of MySQL's tokens. */
export function tokenize(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < sql.length) {
    const at = PATTERN.lastIndex;
    const groups = PATTERN.exec(sql)?.groups;
    if (!groups) throw SqlFailure.syntax(`check the text near '${sql.slice(at, at + 80)}'`);
    const { hint, name, string, number, word, parameter, symbol } = groups;
    if (hint !== undefined) tokens.push({ kind: 'hint', text: hint });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.slice(1, -1).replaceAll('``', '`') });
    else if (string !== undefined) tokens.push({ kind: 'string', text: unquoteString(string) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (parameter !== undefined) tokens.push({ kind: 'parameter', text: '?' });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
  return tokens;
}

/** Whether the token is one of these unquoted words, in any case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toUpperCase());
}

export function isSymbol(token: Token | undefined, symbol: string): boolean {
  return token?.kind === 'symbol' && token.text === symbol;
}

/** Where the bracket closes that opens at `open`. */
export function closingBracket(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    if (isSymbol(tokens[index], '(')) depth += 1;
    if (isSymbol(tokens[index], ')')) depth -= 1;
    if (depth === 0) return index;
  }
  throw SqlFailure.syntax('a bracket is not closed');
}

/** Cuts at the commas that stand outside all brackets. */
export function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(token, '(')) depth += 1;
    if (isSymbol(token, ')')) depth -= 1;
    if (depth === 0 && isSymbol(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** The first place from `from` on, outside all brackets, where one of the words stands; -1 when there is none. */
export function findWord(tokens: readonly Token[], from: number, ...words: readonly string[]): number {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    if (isSymbol(tokens[index], '(')) depth += 1;
    if (isSymbol(tokens[index], ')')) depth -= 1;
    if (depth === 0 && isWord(tokens[index], ...words)) return index;
  }
  return -1;
}
