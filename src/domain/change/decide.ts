import { canDecide, canEditChange, canFreeze, canVerify, changeMovesFrom } from '../../contract/changeLifecycle';
import type { ChangeMove, ChangeState } from '../../contract/changeVocabulary';
import type { ErasableRef } from '../journal/event';
import type { WrittenTexts } from '../journal/texts';
import { RuleViolation } from '../violation';
import type { Change } from './change';
import type { ActualFigures, ChangeContent, ChangeDecision, Frozen, Review, Verdicts } from './events';

/** How many affected issues an event names: what fits into a row of the journal whatever their ids. */
const AFFECTED_LIMIT = 2_000;

/** How many missed issues an event names. */
const MISSED_LIMIT = 500;

/** Where a change request is raised, and from what. */
export interface RaisingSite {
  readonly changeId: string;
  readonly projectId: string;
  readonly issueId: string;
  readonly number: number;
  readonly feedbackId: string | null;
}

function next<Type extends ChangeDecision['type'], Data extends object>(change: Change, type: Type, data: Data) {
  return {
    itemType: 'change',
    itemId: change.id,
    itemVersion: change.version + 1,
    issueId: change.issueId,
    type,
    data,
  } as const;
}

function requireState(change: Change, isPossible: (state: ChangeState) => boolean, what: string): void {
  if (!isPossible(change.state)) throw new RuleViolation('CHANGE_STEP_NOT_POSSIBLE', `${what} in ${change.state}`);
}

/** What is missing may come later, as long as nobody assesses. */
function requireComplete({ to, reason }: Pick<ChangeContent, 'to' | 'reason'>): void {
  if (to === null || reason === null) throw new RuleViolation('CHANGE_INCOMPLETE', 'No reason, or nothing to become');
}

/**
 * Refuses a command that was made on another version than the present one.
 *
 * @throws RuleViolation `CONFLICT`
 */
export function requireChangeVersion(change: Change, expected: number): void {
  if (change.version !== expected) {
    throw new RuleViolation('CONFLICT', `Made on version ${expected}, now ${change.version}`);
  }
}

/** Raises a change request; it concerns the issue that it is raised on. */
export function raiseChange(site: RaisingSite, content: ChangeContent): ChangeDecision {
  const { changeId, issueId, ...rest } = site;
  const requirements = [...new Set([issueId, ...content.requirements])];
  return {
    itemType: 'change',
    itemId: changeId,
    itemVersion: 1,
    issueId,
    type: 'change.raised',
    data: { ...content, ...rest, issueId, requirements },
  };
}

/** Fields that an assessment or a decision rests on. */
const MATERIAL = ['from', 'to', 'requirements', 'options'] as const;

function backIf(isMaterial: boolean, state: ChangeState): ChangeState {
  return isMaterial && state === 'awaitingDecision' ? 'assessing' : state;
}

/**
 * Changes what is asked for. Where that is what the frozen assessment rests on, it has to be assessed again.
 *
 * @throws RuleViolation `CHANGE_STEP_NOT_POSSIBLE` once it is decided, `CHANGE_INCOMPLETE` when it takes away what an
 *   assessment needs
 */
export function editChange(change: Change, changes: Partial<ChangeContent>): ChangeDecision {
  requireState(change, canEditChange, 'Editing');
  const { state } = change;
  if (state !== 'draft') requireComplete({ ...change, ...changes });
  const isMaterial = MATERIAL.some((field) => changes[field] !== undefined);
  const own = changes.requirements;
  const complete = own === undefined ? changes : { ...changes, requirements: [...new Set([change.issueId, ...own])] };
  return next(change, 'change.edited', { changes: complete, from: state, to: backIf(isMaterial, state) });
}

/**
 * Says of issues whether they belong to the assessment and what they take. An assessment that was frozen has to be made
 * again.
 *
 * @throws RuleViolation `CHANGE_STEP_NOT_POSSIBLE` once it is decided
 */
export function reviewChange(change: Change, reviews: readonly Review[]): ChangeDecision {
  requireState(change, canEditChange, 'Reviewing');
  return next(change, 'change.reviewed', { reviews, from: change.state, to: backIf(true, change.state) });
}

/**
 * Moves a change request along its life cycle.
 *
 * @throws RuleViolation `CHANGE_STEP_NOT_POSSIBLE`, or `CHANGE_INCOMPLETE` where there is nothing to assess yet
 */
export function moveChange(change: Change, to: ChangeMove, reason: ErasableRef | null): ChangeDecision {
  requireState(change, (state) => changeMovesFrom(state).includes(to), `Moving to ${to}`);
  if (to === 'assessing') requireComplete(change);
  return next(change, 'change.moved', { from: change.state, to, reason });
}

/**
 * Fixes an assessment, on which a decision can then be taken.
 *
 * @throws RuleViolation `CHANGE_STEP_NOT_POSSIBLE`, `CHANGE_INCOMPLETE`
 */
export function freezeChange(change: Change, frozen: Frozen): ChangeDecision {
  requireState(change, canFreeze, 'Freezing');
  requireComplete(change);
  const affected = [...new Set(frozen.affected)].slice(0, AFFECTED_LIMIT);
  return next(change, 'change.frozen', { ...frozen, affected, from: change.state });
}

/**
 * Records a decision.
 *
 * @param isStale whether what was assessed has changed since
 * @param knowingly whether whoever decides knows that
 * @throws RuleViolation `CHANGE_STEP_NOT_POSSIBLE` also for an option that was not assessed, `STALE_ASSESSMENT`
 */
export function decideChange(change: Change, verdicts: Verdicts, isStale: boolean, knowingly: boolean): ChangeDecision {
  requireState(change, canDecide, 'Deciding');
  const { optionId } = verdicts;
  if (optionId !== null && change.frozen?.results.some((result) => result.optionId === optionId) !== true) {
    throw new RuleViolation('CHANGE_STEP_NOT_POSSIBLE', `Option ${optionId} was not assessed`);
  }
  if (isStale && !knowingly) throw new RuleViolation('STALE_ASSESSMENT', 'Assessed before things changed');
  return next(change, 'change.decided', { ...verdicts, from: change.state, knowingly: isStale });
}

/**
 * Holds what happened against what was predicted, and closes the change request.
 *
 * @throws RuleViolation `CHANGE_STEP_NOT_POSSIBLE` unless it is implemented
 */
export function verifyChange(change: Change, figures: ActualFigures): ChangeDecision {
  requireState(change, canVerify, 'Verifying');
  const missed = figures.missed.slice(0, MISSED_LIMIT);
  return next(change, 'change.verified', { ...figures, missed, from: change.state });
}

/**
 * Erases everything that was written on the change request up to now; the decisions themselves stay.
 *
 * @throws RuleViolation `NOTHING_TO_ERASE` when no text is left
 */
export function eraseChangeTexts(change: Change, { kept }: WrittenTexts): ChangeDecision {
  if (kept.length === 0) throw new RuleViolation('NOTHING_TO_ERASE', 'No text is left');
  return next(change, 'change.textsErased', { count: kept.length });
}
