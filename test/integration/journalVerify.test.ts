import { DERIVED_TABLES } from '../../src/adapters/sql/derivedTables';
import type { JournalCheck } from '../../src/contract/journal';
import { aFeedback, onItem } from '../support/builders';
import { aSmallProject } from '../support/issues';
import type { SmallProject } from '../support/issues';
import { exportLines, verifyLines } from '../support/journalFile';
import { expectWholeJournal } from '../support/journal';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';

let app: PreparedSandbox;
let issues: SmallProject;
let issueId: string;
let projectId: string;
const admin = () => ({ as: PEOPLE.admin, on: issueId });
const verify = (more: object = {}) => app.succeed('journal.verify', { projectId, ...more }, admin());

beforeEach(async () => {
  app = await prepareSandbox();
  issues = aSmallProject(app.sandbox);
  ({ id: issueId, projectId } = issues.open);
  await setScene(app, issueId);
});
afterEach(() => app.sandbox.close());

/** Changes one row, as somebody with their hands in the database would. */
async function tamper(statement: string, ...parameters: unknown[]): Promise<void> {
  await app.sandbox.query(statement, parameters);
}

async function fill(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    await app.succeed('feedback.record', aFeedback({ issueId }), { as: PEOPLE.member, on: issueId });
  }
}

function brokenOf(check: JournalCheck) {
  if (check.outcome !== 'broken') throw new Error(`The journal was found ${check.outcome}`);
  return check.broken;
}

describe('verifying a project', () => {
  it('finds its journal whole and names its end', async () => {
    const events = await expectWholeJournal(app.sandbox);
    const last = events.at(-1);
    expect(await verify()).toEqual({
      outcome: 'whole',
      tally: { events: events.length, values: expect.any(Number) as number, erased: 0 },
      head: { version: last?.version, hash: last?.hash },
    });
  });

  it('finds an empty journal whole, but not one that was emptied', async () => {
    await tamper('DELETE FROM journal');
    expect(brokenOf(await verify())).toEqual({ kind: 'removed', part: 'event', version: 1, wholeUpTo: 0 });
    for (const table of DERIVED_TABLES) await tamper(`DELETE FROM ${table}`);
    expect(await verify()).toMatchObject({ outcome: 'whole', head: null });
  });

  it.each([
    ['an altered time', 'altered', 'UPDATE journal SET at = at + 1 WHERE version = 5'],
    ['an altered type', 'altered', "UPDATE journal SET type = 'feedback.praised' WHERE version = 5"],
    ['altered data', 'altered', `UPDATE journal SET data = REPLACE(data, '"wish"', '"praise"') WHERE version = 5`],
    ['data with more in it', 'altered', `UPDATE journal SET data = REPLACE(data, '{"', '{"x":1,"') WHERE version = 5`],
    ['data that is none', 'altered', "UPDATE journal SET data = '{' WHERE version = 5"],
    ['a removed event', 'removed', 'DELETE FROM journal WHERE version = 5'],
    ['several removed events', 'removed', 'DELETE FROM journal WHERE version >= 5 AND version < 8'],
    ['an end that was cut off', 'removed', 'DELETE FROM journal WHERE version >= 5'],
  ])('names %s', async (_name, kind, statement) => {
    await tamper(statement);
    expect(brokenOf(await verify())).toEqual({ kind, part: 'event', version: 5, wholeUpTo: 4 });
  });

  it('names an altered text by its event, and counts an erased one', async () => {
    const events = await expectWholeJournal(app.sandbox);
    const recorded = events.find((event) => event.type === 'feedback.recorded');
    if (recorded === undefined) throw new Error('Nothing is recorded');
    const { ref } = recorded.data.text;
    await tamper('UPDATE erasable SET body = NULL, salt = NULL WHERE id = ?', ref);
    expect(await verify()).toMatchObject({ outcome: 'whole', tally: { erased: 1 } });
    await tamper("UPDATE erasable SET body = 'something else' WHERE id = ?", ref);
    const broken = { part: 'value', version: recorded.version, wholeUpTo: recorded.version - 1 };
    expect(brokenOf(await verify())).toEqual({ kind: 'altered', ...broken });
    await tamper('DELETE FROM erasable WHERE id = ?', ref);
    expect(brokenOf(await verify())).toEqual({ kind: 'removed', ...broken });
  });

  it('holds the journal against an event noted earlier', async () => {
    const events = await expectWholeJournal(app.sandbox);
    const noted = events[5];
    if (noted === undefined) throw new Error('Too few events');
    const checkpoint = { version: noted.version, hash: noted.hash };
    expect(await verify({ checkpoint })).toMatchObject({ outcome: 'whole' });
    const other = { ...checkpoint, hash: 'a'.repeat(64) };
    expect(brokenOf(await verify({ checkpoint: other }))).toMatchObject({ kind: 'altered', version: noted.version });
    const beyond = { ...checkpoint, version: events.length + 7 };
    expect(brokenOf(await verify({ checkpoint: beyond }))).toMatchObject({ version: events.length + 1 });
  });

  it('goes on where the time of a call was up', async () => {
    await fill(70);
    const events = await expectWholeJournal(app.sandbox);
    const start = app.sandbox.clock.now();
    let looks = 0;
    const clock = jest.spyOn(app.sandbox.clock, 'now').mockImplementation(() => start + 10_000 * (looks += 1));
    const first = await verify();
    clock.mockRestore();
    if (first.outcome !== 'unfinished') throw new Error(`It was ${first.outcome}`);
    expect(first.tally.events).toBeLessThan(events.length);
    const rest = await verify({ resume: first.resume });
    expect(rest).toMatchObject({ outcome: 'whole', head: { version: events.length } });
    expect(first.tally.events + rest.tally.events).toBe(events.length);
  }, 60_000);
});

describe('an export', () => {
  it('is whole, page by page, however long the journal and its texts are', async () => {
    const long = '\u0001'.repeat(9_999);
    for (let count = 0; count < 70; count += 1) {
      const text = `${long}${String.fromCharCode(65 + (count % 26))}`;
      await app.succeed('feedback.record', aFeedback({ issueId, text }), admin());
    }
    const lines = await exportLines(app, projectId, admin());
    const events = await expectWholeJournal(app.sandbox);
    expect(lines).toHaveLength(events.length + 1);
    const verdict = await verifyLines(lines);
    expect(verdict).toMatchObject({ broken: null, counts: { events: events.length, withheld: 0 } });
  }, 60_000);

  it('withholds what was decided on issues that its maker may not see, and is verified all the same', async () => {
    const { restricted } = issues;
    const { secrets, fresh } = await setScene(app, restricted.id);
    await app.succeed('feedback.note', { ...noteOn(fresh), note: 'secret-note' }, admin());
    app.sandbox.site.deleteIssue(restricted.id);
    const lines = await exportLines(app, projectId, admin());
    for (const hidden of [...secrets, 'secret-note', fresh.id, `"${restricted.id}"`]) {
      expect(lines.join('\n')).not.toContain(hidden);
    }
    const { broken, counts } = await verifyLines(lines);
    expect(broken).toBeNull();
    expect(counts.withheld).toBeGreaterThan(0);
    const cut = await verifyLines(lines.toSpliced(-2, 1));
    expect(cut.broken).toMatchObject({ kind: 'removed', version: lines.length - 2 });
  });

  it('of a tampered journal is found broken at the same event', async () => {
    await tamper("UPDATE journal SET data = 'rubbish' WHERE version = 6");
    const { broken } = await verifyLines(await exportLines(app, projectId, admin()));
    expect(broken).toEqual(brokenOf(await verify()));
  });

  function noteOn(item: Parameters<typeof onItem>[0]) {
    const { commandId, feedbackId } = onItem(item);
    return { commandId, feedbackId };
  }
});
