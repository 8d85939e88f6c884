import type Database from 'libsql';
import { z } from 'zod';
import type { SandboxClock, Schedules } from '../api';
import { outcomeOf } from '../events/retry';
import type { ScheduleModule } from '../manifest';
import { randomOf } from '../random';

const MINUTE = 60_000;
const INTERVALS: Readonly<Record<ScheduleModule['interval'], number>> = {
  fiveMinute: 5 * MINUTE,
  hour: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
  week: 7 * 24 * 60 * MINUTE,
};
/** The platform runs a schedule for the first time about five minutes after the deployment. */
const FIRST_RUN = 5 * MINUTE;

const dueRows = z.array(z.object({ due: z.number() }));

interface ScheduleOptions {
  readonly database: Database.Database;
  readonly clock: SandboxClock;
  readonly schedules: readonly ScheduleModule[];
  run(key: string): Promise<void>;
}

/** The manifest's schedules; when each is due outlives the process. */
export class ManifestSchedules implements Schedules {
  readonly #options: ScheduleOptions;
  #random: { readonly next: () => number; readonly double: number } | null = null;

  constructor(options: ScheduleOptions) {
    this.#options = options;
    for (const { key } of options.schedules) {
      options.database
        .prepare('INSERT OR IGNORE INTO schedule (key, due) VALUES (?, ?)')
        .run([key, Math.round(options.clock.now() + FIRST_RUN)]);
    }
  }

  due(): readonly { readonly key: string; readonly dueAt: string }[] {
    return this.#options.schedules.map(({ key }) => ({ key, dueAt: new Date(this.#dueOf(key)).toISOString() }));
  }

  async runDue(): Promise<number> {
    const { clock, database, schedules } = this.#options;
    let runs = 0;
    for (const { key, interval } of schedules) {
      const now = clock.now();
      if (now < this.#dueOf(key)) continue;
      database.prepare('UPDATE schedule SET due = ? WHERE key = ?').run([Math.round(now + INTERVALS[interval]), key]);
      const times = this.#random && this.#random.next() < this.#random.double ? 2 : 1;
      // A schedule that fails is not run again before its time, and keeps nothing else from running.
      for (let run = 0; run < times; run += 1) await outcomeOf(this.#options.run(key));
      runs += times;
    }
    return runs;
  }

  plan(plan: { readonly seed: number; readonly double: number } | null): void {
    this.#random = plan && { next: randomOf(plan.seed), double: plan.double };
  }

  #dueOf(key: string): number {
    const rows = this.#options.database.prepare('SELECT due FROM schedule WHERE key = ?').all([key]);
    return dueRows.parse(rows)[0]?.due ?? Number.MAX_SAFE_INTEGER;
  }
}
