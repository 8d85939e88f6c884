import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Sandbox } from './api';

const MINUTE = 60_000;
const INTERVALS = { fiveMinute: 5 * MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE, week: 7 * 24 * 60 * MINUTE };

/** The platform runs a schedule for the first time about five minutes after the deployment. */
const FIRST_RUN = 5 * MINUTE;
const TICK = 1_000;

const scheduleSchema = z.object({ key: z.string(), interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) });
const manifestSchema = z.object({ modules: z.object({ scheduledTrigger: z.array(scheduleSchema).default([]) }) });

/** Runs the manifest's schedules and delivers events by the sandbox's clock, which may jump; returns what stops both. */
export function startSchedules(sandbox: Sandbox, manifestFile: string, onError: (error: unknown) => void): () => void {
  const { modules } = manifestSchema.parse(parse(readFileSync(manifestFile, 'utf8')));
  const started = sandbox.clock.now();
  const due = new Map(modules.scheduledTrigger.map(({ key }) => [key, started + FIRST_RUN]));

  const tick = () => {
    const now = sandbox.clock.now();
    for (const { key, interval } of modules.scheduledTrigger) {
      if (now < (due.get(key) ?? 0)) continue;
      due.set(key, now + INTERVALS[interval]);
      sandbox.runSchedule(key).catch(onError);
    }
    sandbox.events.deliverDue().catch(onError);
  };
  const timer = setInterval(tick, TICK);
  timer.unref();
  return () => clearInterval(timer);
}
