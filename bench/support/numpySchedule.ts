import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { GeneratedSchedule } from './generatedSchedule';

const PYTHON = '/usr/bin/python3';

/** How numpy may draw triangular efforts; which is faster depends on its version. */
export const NUMPY_WAYS = ['triangular', 'inverse'] as const;
export type NumpyWay = (typeof NUMPY_WAYS)[number];

const greetingSchema = z.object({ numpy: z.string() });
const answerSchema = z.object({
  ms: z.number(),
  p50: z.number(),
  p80: z.number(),
  p95: z.number(),
  mean: z.number(),
  /** kB */
  peak: z.number(),
});
export type NumpyAnswer = z.infer<typeof answerSchema>;

export interface NumpySchedule {
  readonly version: string;
  readonly simulate: (way: NumpyWay) => Promise<NumpyAnswer>;
  readonly close: () => void;
}

/** Starts the same simulation in numpy, in a process that stays; null where Python or numpy is missing. */
export async function startNumpy(schedule: GeneratedSchedule, runs: number): Promise<NumpySchedule | null> {
  const program = spawn(PYTHON, [join(__dirname, '../reference/schedule.py')], { stdio: ['pipe', 'pipe', 'ignore'] });
  // A program that cannot be started, or ends at once, shows as an output without lines.
  program.on('error', () => undefined);
  program.stdin.on('error', () => undefined);
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const ask = async (line: string) => {
    program.stdin.write(`${line}\n`);
    const answer = await lines.next();
    return answer.done === true ? null : (JSON.parse(answer.value) as unknown);
  };
  const [low, likely, high] = [schedule.efforts.low, schedule.efforts.likely, schedule.efforts.high].map((column) =>
    Array.from(column),
  );
  const greeting = await ask(JSON.stringify({ low, likely, high, before: schedule.before, runs }));
  if (greeting === null) return null;
  return {
    version: greetingSchema.parse(greeting).numpy,
    simulate: async (way) => answerSchema.parse(await ask(way)),
    close: () => program.stdin.end(),
  };
}
