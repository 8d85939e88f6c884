import fc from 'fast-check';
import { changeMovesFrom, isOpenChange } from '../../../src/contract/changeLifecycle';
import { CHANGE_MOVES, CHANGE_STATES, DECISIONS } from '../../../src/contract/changeVocabulary';
import type { ChangeState } from '../../../src/contract/changeVocabulary';
import { tierOfChange } from '../../../src/domain/change/change';
import type { Change } from '../../../src/domain/change/change';
import {
  decideChange,
  editChange,
  eraseChangeTexts,
  freezeChange,
  moveChange,
  requireChangeVersion,
  reviewChange,
  verifyChange,
} from '../../../src/domain/change/decide';
import type { ChangeDecision } from '../../../src/domain/change/events';
import { changeTextsOf } from '../../../src/domain/change/texts';
import { brokenRule } from '../../support/codes';
import {
  anAssessment,
  aRaisedChange,
  aVerdict,
  changeAfter,
  OPTION_A,
  OPTION_B,
  rebuiltChange,
  someFigures,
} from '../../support/changes';
import type { ChangeSoFar } from '../../support/changes';
import { aRef } from '../../support/events';

function inState(state: ChangeState): Change {
  return { ...aRaisedChange().change, state };
}

/** The life cycle once more, drawn independently: from each state by each command. */
const LEADS_TO: Readonly<Record<ChangeState, Readonly<Partial<Record<string, ChangeState>>>>> = {
  draft: { assessing: 'assessing', withdrawn: 'withdrawn', edit: 'draft', review: 'draft', freeze: 'awaitingDecision' },
  assessing: { withdrawn: 'withdrawn', edit: 'assessing', review: 'assessing', freeze: 'awaitingDecision' },
  awaitingDecision: {
    assessing: 'assessing',
    withdrawn: 'withdrawn',
    edit: 'assessing',
    review: 'assessing',
    approved: 'approved',
    approvedWithConditions: 'approvedWithConditions',
    deferred: 'deferred',
    rejected: 'rejected',
  },
  approved: { implementing: 'implementing', withdrawn: 'withdrawn' },
  approvedWithConditions: { implementing: 'implementing', withdrawn: 'withdrawn' },
  deferred: { assessing: 'assessing', withdrawn: 'withdrawn' },
  rejected: {},
  withdrawn: {},
  implementing: { implemented: 'implemented', withdrawn: 'withdrawn' },
  implemented: { implementing: 'implementing', verify: 'verified' },
  verified: {},
};

const COMMANDS: Readonly<Record<string, (change: Change) => ChangeDecision>> = {
  ...Object.fromEntries(CHANGE_MOVES.map((to) => [to, (change: Change) => moveChange(change, to, aRef())])),
  ...Object.fromEntries(
    DECISIONS.map((outcome) => [
      outcome,
      (change: Change) => decideChange(change, aVerdict({ outcome }), false, false),
    ]),
  ),
  edit: (change) => editChange(change, { options: change.options.slice(0, 2) }),
  review: (change) => reviewChange(change, [{ issueId: '300', verdict: 'exclude', reason: aRef(), effort: null }]),
  freeze: (change) => freezeChange(change, anAssessment()),
  verify: (change) => verifyChange(change, someFigures()),
};
const NAMES = Object.keys(COMMANDS);

function commandNamed(name: string): (change: Change) => ChangeDecision {
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(`No command ${name}`);
  return command;
}

function walked(start: ChangeSoFar, names: readonly string[]): ChangeSoFar {
  return names.reduce((soFar, name) => changeAfter(soFar, commandNamed(name)), start);
}

/** Any command, or one that is possible where it is. */
const step = fc.record({ any: fc.constantFrom(...NAMES), legal: fc.option(fc.nat(100)) });

const APPROVED = ['assessing', 'freeze', 'approved'];

describe('any sequence of commands', () => {
  it('gives the states of the life cycle or is refused, and the same from its events', () => {
    const visited = new Set<ChangeState>();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (wanted) => {
        let soFar = aRaisedChange();
        for (const { any, legal } of wanted) {
          const { state } = soFar.change;
          const onward = Object.keys(LEADS_TO[state]);
          const name = (legal === null ? null : onward[legal % onward.length]) ?? any;
          const expected = LEADS_TO[state][name];
          if (expected === undefined) {
            const { change } = soFar;
            expect(brokenRule(() => commandNamed(name)(change))).toBe('CHANGE_STEP_NOT_POSSIBLE');
            continue;
          }
          soFar = changeAfter(soFar, commandNamed(name));
          expect({ name, state, to: soFar.change.state }).toEqual({ name, state, to: expected });
        }
        const { change, events } = soFar;
        visited.add(change.state);
        expect(change.version).toBe(events.length);
        expect(rebuiltChange(events)).toEqual(change);
        expect(change.requirements).toContain(change.issueId);
        expect(change.actual !== null).toBe(change.state === 'verified');
        if (change.decision !== null || change.state === 'awaitingDecision') expect(change.frozen).not.toBeNull();
        if (['approved', 'implementing', 'implemented', 'verified'].includes(change.state)) {
          expect(change.decision).not.toBeNull();
        }
      }),
      { numRuns: 600, seed: 4 },
    );
    expect(visited.size).toBe(CHANGE_STATES.length);
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<ChangeState>(['draft']);
    for (let grew = true; grew;) {
      const before = reached.size;
      for (const state of [...reached]) for (const to of Object.values(LEADS_TO[state])) if (to) reached.add(to);
      grew = reached.size > before;
    }
    expect([...reached].toSorted()).toEqual([...CHANGE_STATES].toSorted());
  });

  it('offers as moves what the life cycle has, and nothing once it is over', () => {
    for (const state of CHANGE_STATES) {
      const moves = CHANGE_MOVES.filter((to) => LEADS_TO[state][to] !== undefined);
      expect([...changeMovesFrom(state)].toSorted()).toEqual([...moves].toSorted());
      if (Object.keys(LEADS_TO[state]).length === 0) expect(isOpenChange(state)).toBe(false);
    }
  });
});

describe('raising', () => {
  it('concerns the issue it is raised on, once', () => {
    expect(aRaisedChange({ requirements: ['200', '100', '200'] }).change.requirements).toEqual(['100', '200']);
  });
});

describe('editing', () => {
  it('voids an assessment where it changes what that rests on, and only there', () => {
    const awaiting = walked(aRaisedChange(), ['freeze']);
    const renamed = changeAfter(awaiting, (change) => editChange(change, { title: aRef(), urgency: 'high' }));
    expect(renamed.change).toMatchObject({ state: 'awaitingDecision', urgency: 'high' });
    const moved = changeAfter(renamed, (change) => editChange(change, { requirements: ['200'] }));
    expect(moved.change).toMatchObject({ state: 'assessing', requirements: ['100', '200'] });
  });

  it('keeps what an assessment needs', () => {
    const assessing = walked(aRaisedChange(), ['assessing']).change;
    expect(brokenRule(() => editChange(assessing, { reason: null }))).toBe('CHANGE_INCOMPLETE');
  });
});

describe('reviewing', () => {
  it('keeps the last word on an issue, and nothing once it is cleared', () => {
    const entry = { issueId: '300', reason: aRef(), effort: null };
    const excluded = changeAfter(aRaisedChange(), (change) =>
      reviewChange(change, [
        { ...entry, verdict: 'exclude' },
        { ...entry, issueId: '301', verdict: 'include' },
      ]),
    );
    const cleared = changeAfter(excluded, (change) => reviewChange(change, [{ ...entry, verdict: 'clear' }]));
    expect([...excluded.change.reviews.keys()]).toEqual(['300', '301']);
    expect([...cleared.change.reviews.keys()]).toEqual(['301']);
  });
});

describe('assessing', () => {
  it.each([{ reason: null }, { to: null }])('waits for what has to be said first: %j', (gap) => {
    const { change } = aRaisedChange(gap);
    expect(brokenRule(() => moveChange(change, 'assessing', null))).toBe('CHANGE_INCOMPLETE');
    expect(brokenRule(() => freezeChange(change, anAssessment()))).toBe('CHANGE_INCOMPLETE');
  });

  it('names each affected issue once, and at most two thousand, the most confident ones', () => {
    const affected = Array.from({ length: 5_000 }, (_, index) => String(10 + Math.floor(index / 2)));
    const { change } = changeAfter(aRaisedChange(), (draft) => freezeChange(draft, anAssessment({ affected })));
    expect(change.frozen?.affected).toEqual(Array.from({ length: 2_000 }, (_, index) => String(10 + index)));
  });
});

describe('deciding', () => {
  const awaiting = () => walked(aRaisedChange(), ['freeze']);

  it('takes an option that was assessed, whose tier it then has', () => {
    expect(tierOfChange(awaiting().change)).toBe('major');
    const decide = (optionId: string) => (change: Change) => decideChange(change, aVerdict({ optionId }), false, false);
    expect(tierOfChange(changeAfter(awaiting(), decide(OPTION_B)).change)).toBe('minor');
    expect(tierOfChange(changeAfter(awaiting(), decide(OPTION_A)).change)).toBe('major');
    expect(brokenRule(() => decide('another')(awaiting().change))).toBe('CHANGE_STEP_NOT_POSSIBLE');
  });

  it('on an assessment that is out of date is for those who know, and says so', () => {
    const { change } = awaiting();
    expect(brokenRule(() => decideChange(change, aVerdict(), true, false))).toBe('STALE_ASSESSMENT');
    expect(decideChange(change, aVerdict(), true, true)).toMatchObject({ data: { knowingly: true } });
    expect(decideChange(change, aVerdict(), false, true)).toMatchObject({ data: { knowingly: false } });
  });
});

describe('verifying', () => {
  it('keeps the figures', () => {
    const done = walked(aRaisedChange(), [...APPROVED, 'implementing', 'implemented', 'verify']);
    expect(done.change).toMatchObject({ state: 'verified', actual: someFigures() });
  });
});

describe('erasing', () => {
  it('takes every text that was written so far, replaced ones included, and no person', () => {
    const soFar = changeAfter(walked(aRaisedChange(), APPROVED), (change) => moveChange(change, 'withdrawn', aRef()));
    const { change, events } = soFar;
    const { kept } = changeTextsOf(events);
    // Title, what it becomes, reason and an option's title; why it was assessed and withdrawn; what the client said.
    expect(kept).toHaveLength(7);
    expect(kept.map(({ ref }) => ref)).not.toContain(change.raisedBy.ref);
    const erased = changeAfter(soFar, () => eraseChangeTexts(change, { kept, erased: [] }));
    expect(changeTextsOf(erased.events)).toEqual({ kept: [], erased: kept });
    expect(erased.change.handledBy).toEqual(change.handledBy);
    expect(brokenRule(() => eraseChangeTexts(erased.change, { kept: [], erased: [] }))).toBe('NOTHING_TO_ERASE');
  });
});

describe('a version', () => {
  it('other than the present one is a conflict', () => {
    const { change } = aRaisedChange();
    const expecting = (version: number) => () => {
      requireChangeVersion(change, version);
    };
    expect(brokenRule(expecting(2))).toBe('CONFLICT');
    expect(expecting(1)).not.toThrow();
  });
});

describe('states that nobody may edit', () => {
  it.each(CHANGE_STATES.filter((state) => LEADS_TO[state]['edit'] === undefined))('%s', (state) => {
    expect(brokenRule(() => editChange(inState(state), { urgency: 'low' }))).toBe('CHANGE_STEP_NOT_POSSIBLE');
  });
});
