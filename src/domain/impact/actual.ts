import type { AssessedRow } from './assessment';
import { buildGraph } from './graph';
import type { ImpactFacts } from './facts';
import type { Routes } from './routes';
import { searchImpact } from './search';

/** A change of one field of an issue, as Jira's changelog has it. Status by its id. */
export interface FieldChange {
  readonly issueId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface LinkTypeOutcome {
  readonly type: string;
  readonly predicted: number;
  readonly hits: number;
  /** How many hits the confidences made one expect. */
  readonly expected: number;
}

/** What was predicted, held against what happened. Issues are ids. */
export interface Outcome {
  readonly predicted: number;
  readonly touched: number;
  readonly hits: number;
  readonly listedShare: number | null;
  readonly missed: readonly string[];
  readonly byLinkType: readonly LinkTypeOutcome[];
}

/** Fields whose change means that somebody had to think of the issue's content, effort or place; status stands apart. */
const MATERIAL = new Set([
  'summary',
  'description',
  'timeoriginalestimate',
  'timeestimate',
  'timespent',
  'parent',
  'link',
  'issuelinks',
]);

/**
 * How faintly an issue may be joined to the changed requirements for its being touched to count as missed: far below what
 * is listed. Whatever else was worked on in the project meanwhile has nothing to do with the change.
 */
const FAINTEST = 0.02;

/** Ids of the issues that were touched: edited in what matters, estimated anew, linked, reopened, or worked on. */
export function touchedBy(changes: readonly FieldChange[], isDone: (statusId: string) => boolean): ReadonlySet<string> {
  const isReopening = ({ from, to }: FieldChange) => from !== null && to !== null && isDone(from) && !isDone(to);
  const counts = (change: FieldChange) =>
    change.field === 'status' ? isReopening(change) : MATERIAL.has(change.field.toLowerCase());
  return new Set(changes.filter(counts).map(({ issueId }) => issueId));
}

/** Ids of the issues that are joined to the starts at all, however faintly, the most strongly joined first. */
export function neighbourhood(facts: ImpactFacts, routes: Routes, starts: readonly string[]): readonly string[] {
  const { id } = facts.issues;
  const places = new Map(id.map((each, place) => [each, place]));
  const graph = buildGraph(id.length, routes.from, routes.to, routes.strength);
  const begun = starts.flatMap((start) => places.get(start) ?? []);
  const { order } = searchImpact(graph, begun, { damping: true, floor: FAINTEST });
  const own = new Set(begun);
  return [...order].filter((issue) => !own.has(issue)).map((issue) => id[issue]!);
}

function byLinkType(rows: readonly AssessedRow[], touched: ReadonlySet<string>): readonly LinkTypeOutcome[] {
  const outcomes = new Map<string, LinkTypeOutcome>();
  for (const { issue, arrivedBy, confidence } of rows) {
    if (arrivedBy === null) continue;
    const before = outcomes.get(arrivedBy) ?? { type: arrivedBy, predicted: 0, hits: 0, expected: 0 };
    outcomes.set(arrivedBy, {
      type: arrivedBy,
      predicted: before.predicted + 1,
      hits: before.hits + (touched.has(issue) ? 1 : 0),
      expected: before.expected + confidence,
    });
  }
  return [...outcomes.values()];
}

/**
 * Holds a prediction against what was touched. The changed requirements themselves count on neither side, nor does what
 * a person excluded.
 *
 * @param near what is joined to the changed requirements at all; anything else that was touched is another matter
 */
export function outcomeOf(
  {
    rows,
    starts,
    listedShare,
  }: { rows: readonly AssessedRow[]; starts: readonly string[]; listedShare: number | null },
  touched: ReadonlySet<string>,
  near: readonly string[],
): Outcome {
  const predicted = rows.filter(({ verdict }) => verdict !== 'exclude');
  const foreseen = new Set(predicted.map(({ issue }) => issue));
  const own = new Set(starts);
  const hits = [...foreseen].filter((issue) => touched.has(issue)).length;
  const missed = near.filter((issue) => touched.has(issue) && !foreseen.has(issue) && !own.has(issue));
  return {
    predicted: foreseen.size,
    touched: hits + missed.length,
    hits,
    listedShare,
    missed,
    byLinkType: byLinkType(predicted, touched),
  };
}
