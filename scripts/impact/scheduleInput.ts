import { z } from 'zod';
import type { ScheduleInput } from '../../src/domain/impact/schedule/simulate';

const MOST_RUNS = 10_000_000;
const MOST_DAYS = 1e12;

/** Why a file says no schedule, in one sentence. */
export class NotASchedule extends Error {}

const days = z
  .number({ error: 'efforts are numbers' })
  .min(0, 'an effort is not negative')
  .max(MOST_DAYS, `an effort is at most ${MOST_DAYS} days`);
const task = z
  .tuple([days, days, days], { error: 'a task is [low, likely, high]' })
  .refine(([low, likely, high]) => low <= likely && likely <= high, 'low ≤ likely ≤ high does not hold');
const index = z.int({ error: 'tasks are named by their place, counted from 0' }).min(0, 'tasks are counted from 0');

const fileSchema = z.object({
  tasks: z.array(task, { error: 'an array of [low, likely, high]' }),
  after: z.array(z.tuple([index, index], { error: 'an edge is [task, predecessor]' }), {
    error: 'an array of [task, predecessor]',
  }),
  runs: z.int({ error: 'a whole number' }).min(1, 'at least 1').max(MOST_RUNS, `at most ${MOST_RUNS}`),
  seed: z.int({ error: 'a whole number that a double holds exactly' }),
});

type FileContent = z.infer<typeof fileSchema>;

function column(tasks: FileContent['tasks'], place: 0 | 1 | 2): Float64Array {
  return Float64Array.from(tasks, (effort) => effort[place]);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotASchedule(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Reads `{"tasks": [[low, likely, high], …], "after": [[task, predecessor], …], "runs": r, "seed": s}`.
 *
 * @throws NotASchedule with the place of the first thing that is wrong
 */
export function readSchedule(text: string): ScheduleInput {
  const parsed = fileSchema.safeParse(readJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.map(String).join('.') ?? '';
    throw new NotASchedule(`${place === '' ? 'The file' : `"${place}"`} is not right: ${issue?.message ?? 'unknown'}.`);
  }
  const { tasks, after, runs, seed } = parsed.data;
  const outside = after.findIndex((edge) => edge.some((end) => end >= tasks.length));
  if (outside >= 0) {
    throw new NotASchedule(`"after.${outside}" is not right: it names a task that is not among the ${tasks.length}.`);
  }
  return {
    efforts: { low: column(tasks, 0), likely: column(tasks, 1), high: column(tasks, 2) },
    after: {
      task: Int32Array.from(after, ([waiting]) => waiting),
      predecessor: Int32Array.from(after, ([, predecessor]) => predecessor),
    },
    milestones: [],
    capacityPerDay: null,
    runs,
    seed,
    effortLimit: MOST_DAYS,
  };
}
