import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImportedIssue } from '../../../sandbox/import/imported';
import { readIssues } from '../../../sandbox/import/readIssues';
import { compare, forecastDays, forecastOn, type Trial } from '../../../scripts/forecast/backtest';
import { plainForecast } from '../../../scripts/forecast/plain';
import { asTable, backtestAnswer } from '../../../scripts/forecast/program';
import { resolutionsOf } from '../../../scripts/forecast/resolutions';
import { BadInput } from '../../../scripts/support/program';

const START = Date.parse('2020-01-01T00:00:00.000Z');
const MILLISECONDS_A_DAY = 86_400_000;
const EPOCH_DAY = START / MILLISECONDS_A_DAY;

function instant(day: number): string {
  return new Date(START + day * MILLISECONDS_A_DAY).toISOString();
}

interface Told {
  readonly resolved: number | null;
  /** Days on which the resolution was set, or cleared. */
  readonly changes?: readonly (readonly [day: number, to: string | null])[];
}

function compact({ resolved, changes = [] }: Told, index: number): object {
  const history = changes.map(([day, to]) => ({ at: instant(day), by: null, field: 'resolution', from: null, to }));
  return {
    key: `ABC-${index + 1}`,
    type: 'Story',
    summary: 'Something',
    status: 'Open',
    created: instant(0),
    updated: instant(resolved ?? 0),
    resolutiondate: resolved === null ? null : instant(resolved),
    history,
  };
}

function jira({ resolved, changes = [] }: Told, index: number): object {
  const histories = changes.map(([day, to]) => ({
    author: null,
    created: instant(day),
    items: [{ field: 'resolution', fromString: null, toString: to }],
  }));
  return {
    key: `ABC-${index + 1}`,
    fields: {
      summary: 'Something',
      issuetype: { name: 'Story' },
      status: { name: 'Open' },
      created: instant(0),
      updated: instant(resolved ?? 0),
      resolutiondate: resolved === null ? null : instant(resolved),
    },
    changelog: { histories },
  };
}

function read(told: readonly Told[]): readonly ImportedIssue[] {
  return readIssues(JSON.stringify(told.map(compact)));
}

/** An issue every second or third day for half a year. */
const steady: readonly Told[] = Array.from({ length: 80 }, (_, index) => ({ resolved: 1 + index * 2.3 }));
const reopened: Told = {
  resolved: 150.5,
  changes: [
    [20.5, 'Fixed'],
    [100.5, null],
    [150.5, 'Fixed'],
  ],
};

describe('What is known of resolutions', () => {
  const { knownOn, reached, resolvedAtEnd } = resolutionsOf(read([reopened, { resolved: 30.5 }, { resolved: null }]));
  const known = (day: number) => Array.from(knownOn(EPOCH_DAY + day), (at) => at - EPOCH_DAY);

  it('counts an issue until it is reopened, and anew from its next resolution', () => {
    expect(known(50)).toEqual([20.5, 30.5]);
    expect(known(120)).toEqual([30.5]);
    expect(known(160)).toEqual([30.5, 150.5]);
    expect(resolvedAtEnd).toBe(2);
  });

  it('counts an issue once towards the next ones', () => {
    expect(reached(EPOCH_DAY, 2)).toBe(EPOCH_DAY + 30.5);
    expect(reached(EPOCH_DAY + 25, 2)).toBe(EPOCH_DAY + 150.5);
    expect(reached(EPOCH_DAY, 3)).toBe(Infinity);
  });

  it('takes a resolution that vanished without a trace as seen until the issue was last touched', () => {
    const [issue] = read([{ resolved: null, changes: [[20, 'Fixed']] }]);
    if (issue === undefined) throw new Error('There is an issue');
    const touched = { ...issue, issue: { ...issue.issue, updated: instant(40) } };
    const { knownOn: seen } = resolutionsOf([touched]);
    expect(seen(EPOCH_DAY + 30)).toHaveLength(1);
    expect(seen(EPOCH_DAY + 41)).toHaveLength(0);
  });
});

describe('Forecasts of the backtest', () => {
  it('are made every second week from the twelfth after the first resolution on', () => {
    const days = forecastDays(resolutionsOf(read(steady))).map((day) => day - EPOCH_DAY);
    expect(days).toEqual([85, 99, 113, 127, 141, 155, 169]);
  });

  it.each([10, 20, 40])('of %d issues do not change with the future', (issues) => {
    const day = EPOCH_DAY + 113;
    const before = forecastOn(resolutionsOf(read(steady)), day, issues);
    const later = steady.map(({ resolved }) => ({ resolved: (resolved ?? 0) <= 113 ? resolved : 113 + 3_000 }));
    const undone = steady.map((told, index): Told => {
      const [set, cleared] = [told.resolved ?? 0, 120 + index];
      return set > 113
        ? { resolved: null }
        : {
            resolved: null,
            changes: [
              [set, 'Fixed'],
              [cleared, null],
            ],
          };
    });
    for (const altered of [later, undone, steady.slice(0, 49)]) {
      expect(forecastOn(resolutionsOf(read(altered)), day, issues)).toEqual(before);
    }
  });
});

describe('Plain sampling', () => {
  const weekly = (count: number) => Float64Array.from({ length: count }, (_, week) => 1_000 - 7 * (count - 1 - week));

  it('of one issue a week takes as many weeks as issues', () => {
    expect(plainForecast(weekly(30), 1_000, 10, [0.5, 0.95])).toEqual([70, 70]);
  });

  it('of a busy week and eleven idle ones waits for it', () => {
    const busy = Float64Array.from({ length: 10 }, () => 999);
    const [median, high] = plainForecast(busy, 1_000, 10, [0.5, 0.95]) ?? [];
    // Geometric with a chance of one in twelve: medians of 8 weeks, 95 % within 35.
    expect(median).toBeGreaterThan(6 * 7);
    expect(median).toBeLessThan(11 * 7);
    expect(high).toBeGreaterThan(29 * 7);
    expect(high).toBeLessThan(42 * 7);
  });

  it('gives none where nothing was resolved in twelve weeks', () => {
    expect(plainForecast(Float64Array.of(900), 1_000, 10, [0.5])).toBeNull();
  });
});

describe('A verdict', () => {
  const trial: Trial = { issues: 10, outcome: 30, observed: 100, calibrated: [20, 30, 60], plain: [10, 20, 25] };

  it('counts what held and the mean pinball loss of both methods', () => {
    const { calibrated, plain, compared } = compare(10, [trial, { ...trial, outcome: 10 }]);
    expect(calibrated.held.map(({ share }) => share)).toEqual([0.5, 1, 1]);
    expect(plain.held.map(({ share }) => share)).toEqual([0.5, 0.5, 0.5]);
    expect(compared).toBe(2);
    // (0.5·10 + 0 + 0.05·30)/3 and (0.5·10 + 0.2·20 + 0.05·50)/3
    expect(calibrated.pinball).toBeCloseTo((6.5 + 11.5) / 6, 9);
    // (0.5·20 + 0.8·10 + 0.95·5)/3 and (0 + 0.2·10 + 0.05·15)/3
    expect(plain.pinball).toBeCloseTo((22.75 + 2.75) / 6, 9);
  });

  it('takes what was not reached as missed where the day has passed, and not at all where it has not', () => {
    const { calibrated, unreached, compared } = compare(10, [{ ...trial, outcome: Infinity, observed: 50 }]);
    expect(calibrated.held.map(({ decided, held }) => [decided, held])).toEqual([
      [1, 0],
      [1, 0],
      [0, 0],
    ]);
    expect([unreached, compared, calibrated.pinball]).toEqual([1, 0, null]);
  });

  it('does not compare losses where plain sampling has no forecast', () => {
    const { calibrated, plain } = compare(10, [{ ...trial, plain: null }]);
    expect([calibrated.forecasts, plain.forecasts, calibrated.pinball]).toEqual([1, 0, null]);
  });
});

describe('forecast:backtest', () => {
  it('says the same of either form of an import', () => {
    const told = [...steady, reopened];
    const answer = backtestAnswer(JSON.stringify(told.map(compact)));
    expect(backtestAnswer(told.map((one, index) => JSON.stringify(jira(one, index))).join('\n'))).toEqual(answer);
    expect(answer).toMatchObject({ issues: 81, resolved: 81, from: '2020-03-26', days: 7, total: { forecasts: 21 } });
    expect(answer.horizons.map(({ issues }) => issues)).toEqual([10, 20, 40]);
    expect(answer.total.calibrated.held.map(({ probability }) => probability)).toEqual([0.5, 0.8, 0.95]);
  });

  it('shows the figures as a table', () => {
    const answer = backtestAnswer(JSON.stringify(steady.map(compact)));
    const table = asTable(answer);
    expect(table).toContain('80 issues, 80 of them resolved; 7 days of forecasts from 2020-03-26 to 2020-06-18.');
    expect(table).toMatch(/^next 20 issues +Countersign +7 /mu);
    expect(table).toMatch(/^all +Countersign +21 /mu);
    expect(table.match(/plain 12 weeks/gu)).toHaveLength(4);
  });

  it.each([
    ['no JSON', 'nonsense', /^The history cannot be read, line 1: /u],
    ['no issues', '[]', /^The history cannot be read, the file: holds no issues\.$/u],
    ['what is no issue', '[{"key": "ABC-1"}]', /^The history cannot be read, issue ABC-1: .+ \(and \d+ more\)\.$/u],
    ['nothing resolved', JSON.stringify([compact({ resolved: null }, 0)]), /^There is too little history/u],
    ['a short history', JSON.stringify(steady.slice(0, 30).map(compact)), /^There is too little history/u],
  ])('refuses %s in one sentence', (_, text, sentence) => {
    expect(() => backtestAnswer(text)).toThrow(BadInput);
    expect(() => backtestAnswer(text)).toThrow(sentence);
  });

  describe('on the command line', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'backtest-'));
    const file = path.join(directory, 'history.json');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'scripts/forecast/main.ts', ...args], { encoding: 'utf8' });

    afterAll(() => {
      rmSync(directory, { recursive: true });
    });

    it('prints JSON, or a table', () => {
      const text = JSON.stringify(steady.map(compact));
      writeFileSync(file, text);
      const [json, table] = [run(file, '--json'), run(file)];
      expect([json.status, JSON.parse(json.stdout)]).toEqual([0, JSON.parse(JSON.stringify(backtestAnswer(text)))]);
      expect([table.status, table.stdout]).toEqual([0, `${asTable(backtestAnswer(text))}\n`]);
    });

    it('ends with 2 and a sentence where there is nothing to walk through', () => {
      const missing = run(path.join(directory, 'none.json'));
      expect([missing.status, missing.stdout]).toEqual([2, '']);
      expect(missing.stderr).toMatch(/cannot be read/u);
      expect(run().status).toBe(2);
      expect(run('--help').status).toBe(0);
    });
  });
});
