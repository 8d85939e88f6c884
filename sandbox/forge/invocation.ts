import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import type { Invocation, MeteredCall, SandboxClock } from '../api';
import { usageOf } from '../usage';
import { InvocationKilled, InvocationTimedOut, type InvocationError } from './errors';

interface InvocationStart {
  readonly name: string;
  readonly moduleKey: string;
  readonly accountId: string | null;
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly origin?: string;
  readonly handler: { readonly memoryMB: number };
}

const LOG_LINE_LIMIT = 1_000;

/** One run of one of the app's functions, from its start to its end. */
export class RunningInvocation {
  readonly id = randomUUID();
  readonly accountId: string | null;
  readonly moduleKey: string;
  /** The invocation with which a chain of pushes to queues began: this one, or the one before all others. */
  readonly origin: string;
  /** Rejects when the invocation is killed or its time is over, and never resolves. */
  readonly interrupted: Promise<never>;
  readonly #start: InvocationStart;
  readonly #startedAt: number;
  readonly #startedOn = performance.now();
  readonly #calls: MeteredCall[] = [];
  readonly #log: string[] = [];
  readonly #timer: NodeJS.Timeout;
  #interrupt: (error: InvocationError) => void = () => undefined;
  #ended = false;

  constructor(start: InvocationStart, clock: SandboxClock) {
    this.#start = start;
    this.accountId = start.accountId;
    this.moduleKey = start.moduleKey;
    this.origin = start.origin ?? this.id;
    this.#startedAt = clock.now();
    this.interrupted = new Promise((_resolve, reject) => {
      this.#interrupt = reject;
    });
    this.#timer = setTimeout(() => {
      this.#end(new InvocationTimedOut(start.timeLimit));
    }, start.timeLimit);
  }

  /** Once true, nothing that the app still has in flight reaches the outside any more. */
  hasEnded(): boolean {
    return this.#ended;
  }

  remainingMilliseconds(): number {
    return Math.max(0, this.#start.timeLimit - (performance.now() - this.#startedOn));
  }

  addCall(call: MeteredCall): void {
    this.#calls.push(call);
  }

  addLog(level: string, values: readonly unknown[]): void {
    if (this.#ended || this.#log.length >= LOG_LINE_LIMIT) return;
    this.#log.push(`${level} ${values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ')}`);
  }

  readonly kill = (): void => {
    this.#end(new InvocationKilled());
  };

  /** Ends the invocation and says what it used. */
  finish(outcome: Invocation['outcome']): Invocation {
    this.#ended = true;
    clearTimeout(this.#timer);
    const milliseconds = performance.now() - this.#startedOn;
    const { memoryMB } = this.#start.handler;
    const logBytes = this.#log.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    return {
      ...usageOf({ calls: this.#calls, milliseconds, memoryMB, logBytes }),
      id: this.id,
      name: this.#start.name,
      accountId: this.accountId,
      startedAt: new Date(this.#startedAt).toISOString(),
      milliseconds,
      outcome,
      calls: [...this.#calls],
      log: [...this.#log],
    };
  }

  #end(error: InvocationError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#interrupt(error);
  }
}
