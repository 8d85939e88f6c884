import fc from 'fast-check';
import { FEEDBACK_STATES, MOVE_TARGETS } from '../../../src/contract/vocabulary';
import type { FeedbackState, MoveTarget } from '../../../src/contract/vocabulary';
import {
  editFeedback,
  mergeFeedback,
  moveFeedback,
  noteFeedback,
  reopenFeedback,
  requireVersion,
  unmergeFeedback,
} from '../../../src/domain/feedback/decide';
import { dueAt, isOpen, targetsMet } from '../../../src/domain/feedback/feedback';
import type { Feedback } from '../../../src/domain/feedback/feedback';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { brokenRule } from '../../support/codes';
import { after, aRecordedFeedback, aRef, MONDAY_MORNING, rebuilt } from '../../support/events';

const HOUR = 60 * 60 * 1_000;

function inState(state: FeedbackState): Feedback {
  return { ...aRecordedFeedback().feedback, state };
}

const ALLOWED: Readonly<Record<FeedbackState, readonly MoveTarget[]>> = {
  new: ['acknowledged', 'planned', 'resolved', 'declined'],
  acknowledged: ['planned', 'resolved', 'declined'],
  planned: ['resolved', 'declined'],
  resolved: [],
  declined: [],
  merged: [],
};

describe('moving feedback', () => {
  const pairs = FEEDBACK_STATES.flatMap((from) => MOVE_TARGETS.map((to) => ({ from, to })));

  it.each(pairs)('from $from to $to follows the life cycle', ({ from, to }) => {
    const move = () => moveFeedback(inState(from), to, aRef());
    if (ALLOWED[from].includes(to)) expect(move()).toMatchObject({ type: 'feedback.moved', data: { from, to } });
    else expect(brokenRule(move)).toBe('TRANSITION_NOT_POSSIBLE');
  });

  it.each(['resolved', 'declined'] as const)('to %s needs an answer for the client', (to) => {
    expect(brokenRule(() => moveFeedback(inState('new'), to, null))).toBe('ANSWER_MISSING');
  });

  it('stops the response clock at the first move and the resolution clock at the last', () => {
    const { events, feedback } = aRecordedFeedback({ importance: 'critical', kind: 'problem' });
    expect(dueAt(feedback)).toBe(feedback.respondBy);
    const taken = after(feedback, events, [moveFeedback(feedback, 'acknowledged', null)], MONDAY_MORNING + HOUR);
    expect(dueAt(taken.feedback)).toBe(feedback.resolveBy);
    const done = after(
      taken.feedback,
      taken.events,
      [moveFeedback(taken.feedback, 'resolved', aRef())],
      MONDAY_MORNING + 2 * HOUR,
    );
    expect(dueAt(done.feedback)).toBeNull();
    expect(targetsMet(done.feedback)).toBe(true);
  });

  it('has missed its targets when the first response came late', () => {
    const { events, feedback } = aRecordedFeedback({ importance: 'critical', kind: 'problem' });
    const late = after(feedback, events, [moveFeedback(feedback, 'resolved', aRef())], feedback.respondBy + 1);
    expect(targetsMet(late.feedback)).toBe(false);
  });
});

describe('reopening', () => {
  it.each(FEEDBACK_STATES)('is possible from %s only if it was closed', (state) => {
    const reopen = () => reopenFeedback(inState(state), aRef(), MONDAY_MORNING, DEFAULT_SETTINGS);
    if (state === 'resolved' || state === 'declined') expect(reopen().type).toBe('feedback.reopened');
    else expect(brokenRule(reopen)).toBe('TRANSITION_NOT_POSSIBLE');
  });

  it('starts the resolution clock anew and keeps the first response', () => {
    const { events, feedback } = aRecordedFeedback();
    const closed = after(feedback, events, [moveFeedback(feedback, 'declined', aRef())], MONDAY_MORNING + HOUR);
    const later = MONDAY_MORNING + 60 * 24 * HOUR;
    const open = after(
      closed.feedback,
      closed.events,
      [reopenFeedback(closed.feedback, aRef(), later, DEFAULT_SETTINGS)],
      later,
    );
    expect(open.feedback).toMatchObject({ state: 'acknowledged', closedAt: null, respondedAt: MONDAY_MORNING + HOUR });
    expect(dueAt(open.feedback)).toBeGreaterThan(later);
  });
});

describe('editing', () => {
  it('changes only what is given, and due times follow kind and importance', () => {
    const { events, feedback } = aRecordedFeedback({ importance: 'nice' });
    const edited = after(feedback, events, [
      editFeedback(feedback, { importance: 'critical' }, DEFAULT_SETTINGS),
    ]).feedback;
    expect(edited).toMatchObject({ importance: 'critical', kind: feedback.kind, text: feedback.text });
    expect(edited.respondBy).toBeLessThan(feedback.respondBy);
  });

  it('keeps what was promised until kind or importance change', () => {
    const { feedback } = aRecordedFeedback({ kind: 'wish', importance: 'nice' });
    const strict = {
      ...DEFAULT_SETTINGS,
      feedback: { ...DEFAULT_SETTINGS.feedback, respond: { nice: 1, important: 1, critical: 1 } },
    };
    const due = (changes: Parameters<typeof editFeedback>[1]) => {
      const decision = editFeedback(feedback, changes, strict);
      return 'respondBy' in decision.data ? decision.data.respondBy : null;
    };
    expect(due({ channel: 'chat', kind: 'wish', importance: 'nice' })).toBe(feedback.respondBy);
    expect(due({ kind: 'problem' })).toBe(MONDAY_MORNING + HOUR);
    expect(due({ importance: 'important' })).toBe(MONDAY_MORNING + HOUR);
  });

  it('is refused for merged feedback', () => {
    expect(brokenRule(() => editFeedback(inState('merged'), {}, DEFAULT_SETTINGS))).toBe('TRANSITION_NOT_POSSIBLE');
  });
});

describe('merging', () => {
  it('gives both items a version, and undoing brings back the state before', () => {
    const one = aRecordedFeedback();
    const other = aRecordedFeedback();
    const taken = after(one.feedback, one.events, [moveFeedback(one.feedback, 'planned', null)]);
    const decisions = mergeFeedback(taken.feedback, other.feedback);
    expect(decisions.map(({ itemId, itemVersion }) => [itemId, itemVersion])).toEqual([
      [one.feedback.id, 3],
      [other.feedback.id, 2],
    ]);
    const merged = after(taken.feedback, taken.events, decisions);
    const target = after(other.feedback, other.events, decisions);
    expect(merged.feedback).toMatchObject({ state: 'merged', mergedInto: other.feedback.id });
    const undone = after(merged.feedback, merged.events, unmergeFeedback(merged.feedback, target.feedback));
    expect(undone.feedback).toMatchObject({ state: 'planned', mergedInto: null, stateBeforeMerge: null });
  });

  it('is refused into itself, into merged feedback and into another issue', () => {
    const feedback = inState('new');
    const elsewhere = aRecordedFeedback({ issueId: '200' }).feedback;
    for (const target of [feedback, inState('merged'), elsewhere]) {
      expect(brokenRule(() => mergeFeedback(feedback, target))).toBe('MERGE_TARGET_UNUSABLE');
    }
    expect(brokenRule(() => mergeFeedback(inState('merged'), feedback))).toBe('TRANSITION_NOT_POSSIBLE');
    expect(brokenRule(() => unmergeFeedback(feedback, elsewhere))).toBe('TRANSITION_NOT_POSSIBLE');
  });
});

describe('any history', () => {
  type Step = 'acknowledge' | 'plan' | 'resolve' | 'decline' | 'reopen' | 'note' | 'edit';
  const steps = fc.array(fc.constantFrom<Step>('acknowledge', 'plan', 'resolve', 'decline', 'reopen', 'note', 'edit'), {
    maxLength: 12,
  });
  const decide: Readonly<Record<Step, (feedback: Feedback, now: number) => ReturnType<typeof noteFeedback>>> = {
    acknowledge: (feedback) => moveFeedback(feedback, 'acknowledged', null),
    plan: (feedback) => moveFeedback(feedback, 'planned', null),
    resolve: (feedback) => moveFeedback(feedback, 'resolved', aRef()),
    decline: (feedback) => moveFeedback(feedback, 'declined', aRef()),
    reopen: (feedback, now) => reopenFeedback(feedback, aRef(), now, DEFAULT_SETTINGS),
    note: (feedback) => noteFeedback(feedback, aRef()),
    edit: (feedback) => editFeedback(feedback, { channel: 'chat' }, DEFAULT_SETTINGS),
  };

  it('leaves an item whose version counts its events, whose clock runs exactly while it is open, and which never lost its text', () => {
    fc.assert(
      fc.property(steps, (wanted) => {
        let { events, feedback } = aRecordedFeedback();
        const { text } = feedback;
        let now = MONDAY_MORNING;
        for (const step of wanted) {
          now += HOUR;
          try {
            ({ events, feedback } = after(feedback, events, [decide[step](feedback, now)], now));
          } catch (error) {
            expect(error).toMatchObject({ code: 'TRANSITION_NOT_POSSIBLE' });
          }
        }
        expect(feedback.version).toBe(events.length);
        expect(feedback).toEqual(rebuilt(events));
        expect(dueAt(feedback) !== null).toBe(isOpen(feedback));
        expect(feedback.closedAt !== null).toBe(!isOpen(feedback));
        expect(feedback.text).toEqual(text);
        const stale = brokenRule(() => {
          requireVersion(feedback, feedback.version + 1);
        });
        expect(stale).toBe('CONFLICT');
      }),
    );
  });

  it('has no resolution clock for praise', () => {
    const { events, feedback } = aRecordedFeedback({ kind: 'praise' });
    const read = after(feedback, events, [moveFeedback(feedback, 'acknowledged', null)]);
    expect(dueAt(read.feedback)).toBeNull();
  });
});
