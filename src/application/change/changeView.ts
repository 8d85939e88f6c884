import type { ActualImpact, ChangeOption, DecisionView, ReviewEntry } from '../../contract/change';
import type { ContactView } from '../../contract/feedback';
import type { IssueLabel } from '../../contract/issues';
import type { Change } from '../../domain/change/change';
import type { ErasableRef } from '../../domain/journal/event';
import { instant } from '../feedbackSummary';
import { shown } from './conflicts';

/** What views of a change request are made from. */
export interface Shown {
  /** Of the issues that the viewer sees. */
  readonly labels: ReadonlyMap<string, IssueLabel>;
  readonly texts: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, ContactView>;
  /** Whether the viewer may edit the issue: why something was said of an issue is for those who may. */
  readonly forTeam: boolean;
}

/** A text; null where there is none or it has been erased. */
export function textOf({ texts }: Pick<Shown, 'texts'>, ref: ErasableRef | null): string | null {
  return ref === null ? null : (texts.get(ref.ref) ?? null);
}

/** A contact by id; null where none is named. */
export function contactOf({ contacts }: Pick<Shown, 'contacts'>, id: string | null): ContactView | null {
  return id === null ? null : (contacts.get(id) ?? null);
}

/** Every issue that a change request names, but those that conflicts do. */
export function issuesNamedBy({ requirements, options, reviews, actual }: Change): readonly string[] {
  return [...requirements, ...options.flatMap(({ dropped }) => dropped), ...reviews.keys(), ...(actual?.missed ?? [])];
}

/** The values that showing a change request needs, its history apart. */
export function refsShown({ title, from, to, reason, ifNot, options, reviews, decision }: Change): readonly string[] {
  const decided = decision === null ? [] : [decision.conditions, decision.clientSaid, decision.evidence, decision.by];
  const said = [...reviews.values()].map((review) => review.reason);
  const refs = [title, from, to, reason, ifNot, ...options.map((option) => option.title), ...said, ...decided];
  return refs.flatMap((ref) => ref?.ref ?? []);
}

export function optionViews({ options }: Change, from: Shown): readonly ChangeOption[] {
  return options.map(({ id, kind, title, effort, fixedCost, dropped }) => {
    const { seen, hidden } = shown(from.labels, dropped);
    return { id, kind, title: textOf(from, title), effort, fixedCost, dropped: seen, droppedHidden: hidden };
  });
}

export function reviewViews({ reviews }: Change, from: Shown): readonly ReviewEntry[] {
  return [...reviews.values()].flatMap(({ issueId, verdict, reason, effort }) => {
    if (verdict === 'clear' || !from.labels.has(issueId)) return [];
    return [{ issueId, verdict, reason: from.forTeam ? textOf(from, reason) : null, effort }];
  });
}

export function decisionView({ decision }: Change, from: Shown): DecisionView | null {
  if (decision === null) return null;
  const { outcome, optionId, method, decidedOn, at, knowingly } = decision;
  return {
    outcome,
    optionId,
    conditions: textOf(from, decision.conditions),
    decider: contactOf(from, decision.decider),
    recordedBy: textOf(from, decision.by),
    clientSaid: textOf(from, decision.clientSaid),
    method,
    evidence: textOf(from, decision.evidence),
    decidedOn,
    at: instant(at),
    knowingly,
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function actualView({ actual }: Change, { labels }: Shown): ActualImpact | null {
  if (actual === null) return null;
  const { predicted, touched, hits, listedShare } = actual;
  const { seen, hidden } = shown(labels, actual.missed);
  return {
    predicted,
    touched,
    hits,
    recall: share(hits, touched),
    precision: share(hits, predicted),
    listedShare,
    missed: seen,
    missedHidden: hidden + Math.max(0, touched - hits - actual.missed.length),
  };
}
