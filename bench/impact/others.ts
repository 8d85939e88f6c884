import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const answerSchema = z.object({
  version: z.string().optional(),
  times: z.array(z.number()),
  confidence: z.array(z.number()).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** A graph as the other programs read it. */
export interface Task {
  readonly nodes: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly strengths: readonly number[];
  readonly start: number;
}

/** Another program with one graph loaded, waiting for questions. */
export interface OtherProgram {
  /**
   * The milliseconds that a search from the start took in each run.
   *
   * @param searches how many searches one call does, where the program can do several.
   */
  readonly ask: (runs: number, searches?: number) => Promise<Answer>;
  readonly close: () => void;
}

function startProgram(command: string, script: string, task: Task): OtherProgram {
  const child = spawn(command, [path.join(__dirname, script)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: AsyncIterator<string, unknown> = createInterface(child.stdout)[Symbol.asyncIterator]();
  child.stdin.write(`${JSON.stringify(task)}\n`);
  return {
    async ask(runs, searches = 1) {
      child.stdin.write(`${JSON.stringify({ runs, searches })}\n`);
      const answer = await lines.next();
      if (answer.done === true) throw new Error(`${script} ended without an answer`);
      return answerSchema.parse(JSON.parse(answer.value));
    },
    close: () => child.stdin.end(),
  };
}

/** graphology, a graph library in JavaScript. */
export function startGraphology(task: Task): OtherProgram {
  return startProgram(process.execPath, 'graphology.cjs', task);
}

/** igraph's C core in whichever Python has it: the first in the path, or the system's own. Null where none has. */
export function startIgraph(task: Task): OtherProgram | null {
  const python = ['python3', '/usr/bin/python3'].find(
    (candidate) => spawnSync(candidate, ['-c', 'import igraph']).status === 0,
  );
  return python === undefined ? null : startProgram(python, 'shortest_paths.py', task);
}
