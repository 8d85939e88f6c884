import { termsOf } from './terms';
import type { Term } from './terms';

export interface SimilarCandidate<Id> {
  readonly id: Id;
  readonly text: string;
}

export interface Similar<Id> {
  readonly id: Id;
  /** 0 (nothing in common) to 1 (the same words as often). */
  readonly similarity: number;
  /** Words that both have, or pieces of text where a script does not part words; what is rarest first. */
  readonly shared: readonly string[];
}

/** What is less similar has at most a common word in common. */
const LEAST_SIMILARITY = 0.15;
const MOST_SHARED = 5;

type Counts = ReadonlyMap<string, number>;

function countsOf(terms: Iterable<Term>): Counts {
  const counts = new Map<string, number>();
  for (const { key } of terms) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How much a term says: the rarer among the texts, the more. */
class Weights {
  private readonly texts = new Map<string, number>();

  constructor(private readonly all: readonly Counts[]) {
    for (const counts of all) for (const key of counts.keys()) this.texts.set(key, (this.texts.get(key) ?? 0) + 1);
  }

  of(key: string): number {
    return Math.log(1 + this.all.length / (this.texts.get(key) ?? this.all.length));
  }

  in(counts: Counts, key: string): number {
    const count = counts.get(key) ?? 0;
    return count === 0 ? 0 : this.of(key) * (1 + Math.log(count));
  }

  length(counts: Counts): number {
    let sum = 0;
    for (const key of counts.keys()) sum += this.in(counts, key) ** 2;
    return Math.sqrt(sum);
  }

  /** The cosine of the angle between two texts in the space of their terms. */
  cosine(one: Counts, other: Counts): number {
    let product = 0;
    for (const key of one.keys()) product += this.in(one, key) * this.in(other, key);
    return product === 0 ? 0 : Math.min(1, product / (this.length(one) * this.length(other)));
  }
}

/** What a subject shares with a text, pairs of characters joined to the longest piece that the text has as well. */
function sharedPieces(subject: readonly Term[], counts: Counts, text: string, weights: Weights): readonly string[] {
  const written = text.normalize('NFKC').toLowerCase();
  const pieces: { shown: string; weight: number }[] = [];
  let isOpen = false;
  for (const { key, shown, continues } of subject) {
    const last = pieces.at(-1);
    const isShared = counts.has(key);
    const joined = isOpen && continues && last !== undefined ? last.shown + Array.from(shown).slice(1).join('') : null;
    if (isShared && last !== undefined && joined !== null && written.includes(joined)) {
      last.shown = joined;
      last.weight += weights.of(key);
    } else if (isShared) pieces.push({ shown, weight: weights.of(key) });
    isOpen = isShared;
  }
  const ranked = pieces.toSorted((a, b) => b.weight - a.weight).map(({ shown }) => shown);
  return [...new Set(ranked)].slice(0, MOST_SHARED);
}

/**
 * Which texts are about the same as any of the subjects, by the words they have in common, in English, Chinese and
 * alike: the rarer a word is among all texts the more it says (tf-idf, cosine). A hint, never a certainty.
 *
 * @returns at most `limit`, the most similar first, of equal ones in the order of the candidates.
 */
export function similarTexts<Id>(
  subjects: readonly string[],
  candidates: readonly SimilarCandidate<Id>[],
  limit: number,
): readonly Similar<Id>[] {
  const wanted = subjects.map((subject) => [...termsOf(subject)]);
  const counted = wanted.map(countsOf);
  const texts = candidates.map(({ text }) => countsOf(termsOf(text)));
  const weights = new Weights([...counted, ...texts]);
  const found = candidates.flatMap((candidate, at) => {
    const counts = texts[at] ?? new Map<string, number>();
    const similarities = counted.map((subject) => weights.cosine(subject, counts));
    const similarity = Math.max(0, ...similarities);
    return similarity < LEAST_SIMILARITY
      ? []
      : [{ ...candidate, similarity, counts, subject: wanted[similarities.indexOf(similarity)] ?? [] }];
  });
  return found
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, limit)
    .map(({ id, text, similarity, counts, subject }) => ({
      id,
      similarity,
      shared: sharedPieces(subject, counts, text, weights),
    }));
}
