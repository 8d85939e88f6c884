import fc from 'fast-check';
import { UNLESS_ISSUE_NEWER, upsert } from '../../src/adapters/sql/mirrorUpsert';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

let app: PreparedSandbox;
let nextId = 1;

beforeAll(async () => {
  app = await prepareSandbox();
  await app.sandbox.deliver('avi:forge:installed:app');
});
afterAll(() => app.sandbox.close());

interface Reading {
  readonly updated: number;
  readonly fetchedAt: number;
  readonly gone: boolean;
}

function rowOf(id: string, { updated, fetchedAt, gone }: Reading) {
  return {
    id,
    project_id: '1',
    issue_key: 'K-1',
    type: 'Task',
    status: 'Open',
    status_category: 'new',
    priority: null,
    parent_id: null,
    summary: `changed ${updated}, read ${fetchedAt}`,
    created: 1,
    updated,
    resolved: null,
    due: null,
    original_seconds: null,
    remaining_seconds: null,
    spent_seconds: null,
    versions: '[]',
    components: '[]',
    gone: gone ? 1 : 0,
    fetched_at: fetchedAt,
    seen_at: fetchedAt,
    history_of: 0,
  };
}

async function store(id: string, reading: Reading): Promise<void> {
  const statement = upsert('mirror_issue', [rowOf(id, reading)], UNLESS_ISSUE_NEWER)?.compile();
  if (statement === undefined) throw new Error('Nothing to store');
  await app.sandbox.query(statement.sql, statement.parameters);
}

async function stored(id: string) {
  const [row] = await app.sandbox.query('SELECT summary, gone FROM mirror_issue WHERE id = ?', [id]);
  return row;
}

/** Readings of one issue as a site gives them: what is read later is never an earlier state. */
const readings = fc
  .array(fc.record({ step: fc.nat(2), later: fc.integer({ min: 1, max: 5 }), gone: fc.boolean() }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps) => {
    let [updated, fetchedAt] = [100, 1_000];
    return steps.map(({ step, later, gone }) => {
      updated += step;
      fetchedAt += later;
      return { updated, fetchedAt, gone };
    });
  });

describe('an issue in the mirror', () => {
  it('ends at its latest reading, in whatever order and however often the readings arrive', async () => {
    await fc.assert(
      fc.asyncProperty(readings, fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), async (site, order) => {
        const id = `${nextId++}`;
        const arriving = [...order.map((at) => site[at % site.length]), ...site.toReversed()];
        for (const reading of arriving) if (reading !== undefined) await store(id, reading);
        const last = site.at(-1);
        if (last === undefined) throw new Error('No reading');
        const row = rowOf(id, last);
        expect(await stored(id)).toEqual({ summary: row.summary, gone: row.gone });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a later change though a lagging search is read after it', async () => {
    await store('lag', { updated: 20, fetchedAt: 5, gone: false });
    await store('lag', { updated: 10, fetchedAt: 9, gone: false });
    expect(await stored('lag')).toEqual({ summary: 'changed 20, read 5', gone: 0 });
  });

  it('comes back from being gone only by a later reading', async () => {
    await store('back', { updated: 20, fetchedAt: 5, gone: true });
    await store('back', { updated: 30, fetchedAt: 4, gone: false });
    expect(await stored('back')).toMatchObject({ gone: 1 });
    await store('back', { updated: 20, fetchedAt: 6, gone: false });
    expect(await stored('back')).toEqual({ summary: 'changed 20, read 6', gone: 0 });
  });
});
