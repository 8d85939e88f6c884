/** A piece of a text by which it is compared with others. */
export interface Term {
  /** Equal for forms of one word. */
  readonly key: string;
  /** As it stands in the text, in small letters. */
  readonly shown: string;
  /** Whether it begins with the character that the term before ends with, as in writing without spaces. */
  readonly continues: boolean;
}

/** Words that say nothing of what a text is about. */
const EMPTY_WORDS = new Set(
  (
    'a an and any are as at be been but by can could do does for from had has have how if in into is it its may must ' +
    'no not of on or our shall should so some such than that the their them then there these they this to up via ' +
    'was we were what when where which while who will with would you your'
  ).split(' '),
);

const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
const RUNS = new RegExp(`(?<unspaced>${UNSPACED}+)|(?:(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}])+`, 'gu');
/** Grammar rather than matter, in Chinese. */
const EMPTY_CHARACTERS = /[的了和与及或是在被把将对为而也就都并]/u;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** Takes the commonest endings off an English word, so that "exported", "exporting" and "exports" are one. */
function stem(word: string): string {
  const singular = word
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=ss|x|ch|sh)es$/, '')
    .replace(/(?<=..[^sui])s$/, '');
  const plain = singular.replace(/(?<=[a-z]*[aeiouy][a-z]*[a-z])(?:ing|ed)$/, '').replace(/([bdgmnprt])\1$/, '$1');
  return plain.length > 3 ? plain.replace(/e$/, '') : plain;
}

function* piecesOf(run: string): Generator<Term> {
  const characters = Array.from(run);
  if (characters.length === 1) yield { key: run, shown: run, continues: false };
  let continues = false;
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = characters.slice(at, at + 2).join('');
    const isEmpty = EMPTY_CHARACTERS.test(pair);
    if (!isEmpty) yield { key: pair, shown: pair, continues };
    continues = !isEmpty;
  }
}

/**
 * The terms of a text in their order: words without their endings, and pairs of neighbouring characters where a script has
 * no spaces between words (Chinese, Japanese, Korean).
 */
export function* termsOf(text: string): Generator<Term> {
  for (const { 0: run, groups } of text.normalize('NFKC').replace(HUMP, ' ').matchAll(RUNS)) {
    const shown = run.toLowerCase();
    if (groups?.['unspaced'] !== undefined) yield* piecesOf(shown);
    else if (!EMPTY_WORDS.has(shown) && (shown.length > 1 || /\p{N}/u.test(shown))) {
      yield { key: stem(shown), shown, continues: false };
    }
  }
}
