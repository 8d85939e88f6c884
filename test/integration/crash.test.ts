import type { Fault } from '../../sandbox/api';
import { covered } from '../support/covered';
import { dump } from '../support/database';
import { expectWholeJournal } from '../support/journal';
import { PEOPLE } from '../support/people';
import { ALL_PROCEDURES, EXAMPLES, sceneFor } from '../support/procedureExamples';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';
import { aSmallProject } from '../support/issues';

let app: PreparedSandbox;
let issueId: string;
const admin = () => ({ as: PEOPLE.admin, on: issueId });

beforeEach(async () => {
  app = await prepareSandbox();
  issueId = aSmallProject(app.sandbox).open.id;
});
afterEach(() => app.sandbox.close());

/** Runs the command, dying at its n-th outside call; false when it made fewer calls and came through. */
async function dies(command: () => Promise<unknown>, fault: Fault) {
  app.sandbox.faults.add(fault);
  try {
    await command();
    return false;
  } catch (error) {
    if (app.sandbox.meter.invocations().at(-1)?.outcome !== 'killed') throw error;
    covered('crash cuts', 1);
    return true;
  } finally {
    app.sandbox.faults.clear();
  }
}

/** An answer without how many rows that very call deleted: it counts its own work. */
function settled(answer: object): object {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'rows'));
}

describe('an invocation that dies', () => {
  const commands = ALL_PROCEDURES.filter(({ effect }) => effect !== 'read');
  const cases = commands.flatMap(({ name }) =>
    (['kill-before', 'kill-after'] as const).flatMap((effect) =>
      (['sql', 'jira', 'queue'] as const).map((target) => ({ name, effect, target })),
    ),
  );

  it.each(cases)(
    'at any $target call of $name ($effect) leaves a whole journal, and the same command sent again is done once',
    async ({ name, effect, target }) => {
      for (let skip = 0; ; skip += 1) {
        const scene = await sceneFor(app, issueId, name);
        const payload = EXAMPLES[name](scene);
        const died = await dies(() => app.call(name, payload, admin()), { target, skip, effect: { type: effect } });
        if (!died) break;
        await app.succeed('feedback.list', { issueId, offset: 0 }, admin());
        await expectWholeJournal(app.sandbox);
        const first = await app.succeed(name, payload, admin());
        const stored = await dump(app.sandbox);
        expect(settled(await app.succeed(name, payload, admin()))).toEqual(settled(first));
        expect(await dump(app.sandbox)).toBe(stored);
      }
    },
    120_000,
  );

  it('after its commit point shows no half state: the next view finishes what it began', async () => {
    const scene = await setScene(app, issueId);
    const projection = { target: 'sql' as const, matching: 'INSERT INTO `feedback`' };
    app.sandbox.faults.add({ ...projection, effect: { type: 'kill-before' } });
    const move = app.call('feedback.move', EXAMPLES['feedback.move'](scene), admin());
    await expect(move).rejects.toThrow();
    const { items } = await app.succeed('feedback.list', { issueId, offset: 0 }, admin());
    expect(items.find((item) => item.id === scene.fresh.id)).toMatchObject({ state: 'resolved', version: 2 });
  });

  it('before its commit point leaves only values that the schedule sweeps up a day later', async () => {
    const scene = await setScene(app, issueId);
    const before = await dump(app.sandbox);
    app.sandbox.faults.add({ target: 'sql', matching: 'into `journal`', effect: { type: 'kill-before' } });
    const record = app.call('feedback.record', EXAMPLES['feedback.record'](scene), admin());
    await expect(record).rejects.toThrow();
    expect(await dump(app.sandbox)).not.toBe(before);
    await app.sandbox.runSchedule('hourly');
    expect(await dump(app.sandbox)).not.toBe(before);
    app.sandbox.clock.advance(25 * 60 * 60 * 1_000);
    await app.sandbox.runSchedule('hourly');
    const swept = await dump(app.sandbox);
    expect(swept.length).toBeLessThanOrEqual(before.length);
    await expectWholeJournal(app.sandbox);
    const detail = await app.succeed('feedback.get', { feedbackId: scene.fresh.id }, admin());
    expect(detail.text).toBe(scene.secrets[0]);
  });

  it('before it erased a name is finished by the schedule', async () => {
    const scene = await setScene(app, issueId);
    app.sandbox.faults.add({ target: 'sql', matching: 'update `erasable`', effect: { type: 'kill-before' } });
    const erase = app.call('contact.erase', EXAMPLES['contact.erase'](scene), admin());
    await expect(erase).rejects.toThrow();
    await app.sandbox.runSchedule('hourly');
    const stored = await dump(app.sandbox);
    expect(stored).not.toContain(scene.fresh.contact.name);
  });
});
