import { keepInStep } from '../../../src/application/property/keepInStep';
import type { OutOfStep } from '../../../src/application/property/ports';
import { Refusal } from '../../../src/application/refusal';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;

type Outcome = 'set' | 'gone' | 'refused' | Refusal;

interface Plan {
  /** How many issues are out of step. */
  readonly issues: number;
  /** What Jira does with some of them, by their ids; all others are set. */
  readonly outcomes?: Readonly<Record<string, Outcome>>;
  /** Milliseconds that the invocation may run, and what each request takes of them. */
  readonly time?: number;
  readonly requestTime?: number;
}

function issue(number: number): OutOfStep {
  return {
    issueId: String(number),
    openChanges: 1,
    highestTier: null,
    openFeedback: 0,
    overdueFeedback: 0,
    givings: 0,
  };
}

/** Issues that stay out of step until they are given or postponed. */
function setUp({ issues, outcomes = {}, time = 240_000, requestTime = 0 }: Plan) {
  const waiting = new Map(Array.from({ length: issues }, (_, index) => [String(index + 1), issue(index + 1)]));
  const told = { asked: [] as string[], given: [] as string[], postponed: {} as Record<string, number>, paused: 0 };
  let remaining = time;
  const run = () =>
    keepInStep({
      properties: {
        openChanges: () => Promise.resolve([]),
        outOfStep: (_now, _before, limit) => Promise.resolve([...waiting.values()].slice(0, limit)),
        given: (given) => {
          for (const { issueId } of given) waiting.delete(issueId);
          told.given.push(...given.map(({ issueId }) => issueId));
          return Promise.resolve();
        },
        postpone: (issueId, until) => {
          waiting.delete(issueId);
          told.postponed[issueId] = until - NOW;
          return Promise.resolve();
        },
        pause: (until) => {
          told.paused = until - NOW;
          return Promise.resolve();
        },
      },
      jira: {
        set: (issueId) => {
          told.asked.push(issueId);
          remaining -= requestTime;
          const outcome = outcomes[issueId] ?? 'set';
          return outcome instanceof Refusal ? Promise.reject(outcome) : Promise.resolve(outcome);
        },
      },
      now: () => NOW,
      remaining: () => remaining,
    });
  return { run, told };
}

test('all that are out of step are written, batch after batch', async () => {
  const { run, told } = setUp({ issues: 130 });
  await expect(run()).resolves.toBe(130);
  expect(new Set(told.given).size).toBe(130);
});

test('one run writes no more than 500', async () => {
  const { run, told } = setUp({ issues: 700 });
  await expect(run()).resolves.toBe(500);
  expect(told.asked).toHaveLength(500);
});

test('a deleted issue counts as given, and is not counted as written', async () => {
  const { run, told } = setUp({ issues: 2, outcomes: { 1: 'gone' } });
  await expect(run()).resolves.toBe(1);
  expect(told.given).toEqual(['1', '2']);
});

test('an issue that the app may not edit waits six hours, and the others do not wait for it', async () => {
  const { run, told } = setUp({ issues: 3, outcomes: { 2: 'refused' } });
  await expect(run()).resolves.toBe(2);
  expect(told.given).toEqual(['1', '3']);
  expect(told.postponed).toEqual({ 2: 6 * 60 * MINUTE });
});

test('where Jira asks to wait, everything waits as long as it said, and what was written is remembered', async () => {
  const limited = new Refusal('JIRA_RATE_LIMITED', { retryAfterSeconds: 1_800 });
  const { run, told } = setUp({ issues: 3, outcomes: { 2: limited } });
  await expect(run()).rejects.toBe(limited);
  expect(told).toEqual({ asked: ['1', '2'], given: ['1'], postponed: {}, paused: 30 * MINUTE });
});

test('an issue on which Jira fails goes behind the others, and the run ends', async () => {
  const failure = new Refusal('JIRA_UNAVAILABLE', { retryAfterSeconds: 10 });
  const { run, told } = setUp({ issues: 3, outcomes: { 1: failure } });
  await expect(run()).rejects.toBe(failure);
  expect(told.postponed).toEqual({ 1: 15 * MINUTE });
  await expect(run()).resolves.toBe(2);
});

test('it stops while there is time to remember what was written', async () => {
  const { run, told } = setUp({ issues: 60, time: 100_000, requestTime: 10_000 });
  await expect(run()).resolves.toBe(6);
  expect(told.given).toHaveLength(6);
});
