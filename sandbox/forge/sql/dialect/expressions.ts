import { SqlFailure } from '../failure';
import { closingBracket, isSymbol, isWord, splitAtCommas, type Token } from '../tokens';
import { FUNCTIONS } from './functions';
import { symbol, text, word } from './render';

const OPERATORS: Readonly<Record<string, readonly Token[]>> = {
  '||': [word('OR')],
  '&&': [word('AND')],
  '<=>': [word('IS')],
  '!': [word('NOT')],
};

/** Where the operand that starts at `start` ends: a value, a column or a call. */
function operandEnd(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  while (isSymbol(tokens[end], '.')) end += 2;
  if (isSymbol(tokens[start], '(')) return closingBracket(tokens, start) + 1;
  return isSymbol(tokens[end], '(') ? closingBracket(tokens, end) + 1 : end;
}

interface Step {
  readonly written: readonly Token[];
  /** Where to go on reading. */
  readonly next: number;
}

function bracketed(tokens: readonly Token[], at: number, open: number): Step {
  const close = closingBracket(tokens, open);
  const inside = tokens.slice(open + 1, close);
  const name = tokens[at];
  const key = name?.kind === 'word' && at !== open ? name.text.toUpperCase() : '';
  const rewritten = Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined;
  if (rewritten) return { written: rewritten(splitAtCommas(inside).map(toSqlite)), next: close + 1 };
  return {
    written: [...tokens.slice(at, open + 1), ...toSqlite(inside), symbol(')')],
    next: close + 1,
  };
}

function like(tokens: readonly Token[], at: number): Step {
  const end = operandEnd(tokens, at + 1);
  const escape = isWord(tokens[end], 'ESCAPE') ? [] : [word('ESCAPE'), text('\\')];
  return { written: [word('LIKE'), ...toSqlite(tokens.slice(at + 1, end)), ...escape], next: end };
}

/** Two words that SQLite does without. */
const DROPPED: readonly (readonly [string, string])[] = [
  ['FROM', 'DUAL'],
  ['COLLATE', 'UTF8MB4_BIN'],
];

function refuseDivision(tokens: readonly Token[], at: number): void {
  const token = tokens[at];
  const averages = isWord(token, 'AVG') && isSymbol(tokens[at + 1], '(');
  if (!isSymbol(token, '/') && !averages) return;
  throw SqlFailure.syntax(
    `SQLite would give another number than MySQL for "${token?.text ?? ''}": divide with DIV, or in the app`,
  );
}

function replacement(token: Token): readonly Token[] {
  if (isWord(token, 'DIV')) return [symbol('/')];
  return token.kind === 'symbol' && Object.hasOwn(OPERATORS, token.text) ? (OPERATORS[token.text] ?? []) : [token];
}

function step(tokens: readonly Token[], at: number, token: Token): Step {
  refuseDivision(tokens, at);
  if (isSymbol(token, '(')) return bracketed(tokens, at, at);
  if (token.kind === 'word' && isSymbol(tokens[at + 1], '(')) return bracketed(tokens, at, at + 1);
  if (isWord(token, 'LIKE')) return like(tokens, at);
  if (DROPPED.some(([first, second]) => isWord(token, first) && isWord(tokens[at + 1], second))) {
    return { written: [], next: at + 2 };
  }
  return { written: replacement(token), next: at + 1 };
}

/** Rewrites what MySQL and SQLite spell differently inside expressions; the rest stays for SQLite to accept or refuse. */
export function toSqlite(tokens: readonly Token[]): Token[] {
  const written: Token[] = [];
  let at = 0;
  for (let token = tokens[at]; token; token = tokens[at]) {
    const done = step(tokens, at, token);
    written.push(...done.written);
    at = done.next;
  }
  return written;
}
