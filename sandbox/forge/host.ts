import { carryOut, type PlannedCall } from '../outside';
import type { SandboxClock } from '../api';
import type { Faults } from '../faults';
import type { HandlerReference, Manifest } from '../manifest';
import type { Meters } from '../meter';
import type { Bundle } from './bundle';
import { InvocationError, InvocationKilled, InvocationRefused, InvocationThrew, InvocationTimedOut } from './errors';
import { runWith, type CallDescriptor } from './globals';
import { RunningInvocation } from './invocation';
import { ENVIRONMENT_ID, ENVIRONMENT_TYPE, INSTALLATION_ARI, INSTALLATION_ID, SITE_ARI } from './installation';

/** @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
const ANSWER_LIMIT_BYTES = 5 * 1024 * 1024;

interface HostOptions {
  readonly manifest: Manifest;
  readonly bundle: Bundle;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly meters: Meters;
  /** Understands an outside call; it is carried out later. */
  plan(descriptor: CallDescriptor, path: string, init: RequestInit, invocation: RunningInvocation): PlannedCall;
}

/** One call of one of the app's functions. */
export interface FunctionCall {
  readonly name: string;
  readonly moduleKey: string;
  readonly accountId: string | null;
  readonly handler: HandlerReference;
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly event: unknown;
  /** The invocation with which a chain of pushes to queues began, if it was not this one. */
  readonly origin?: string;
}

function runtimeOf(manifest: Manifest, invocation: RunningInvocation) {
  const counter = () => ({ incr: () => undefined, decr: () => undefined });
  return {
    appContext: {
      appId: manifest.appId,
      appVersion: '1.0.0',
      environmentId: ENVIRONMENT_ID,
      environmentType: ENVIRONMENT_TYPE,
      installationId: INSTALLATION_ID,
      invocationId: invocation.id,
      moduleKey: invocation.moduleKey,
      permissions: { scopes: [...manifest.scopes], external: {} },
    },
    lambdaContext: { getRemainingTimeInMillis: () => invocation.remainingMilliseconds() },
    metrics: { counter, timing: () => ({ measure: () => ({ stop: () => undefined }) }) },
    externalAuth: [],
  };
}

function outcomeOf(error: unknown) {
  if (error instanceof InvocationKilled) return 'killed';
  return error instanceof InvocationTimedOut ? 'timed-out' : 'threw';
}

function asJson(value: unknown): unknown {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > ANSWER_LIMIT_BYTES) throw new InvocationRefused('The answer is larger than 5 MB.');
  return JSON.parse(text);
}

/** Runs the app's functions as the platform does. */
export class Host {
  readonly #options: HostOptions;

  constructor(options: HostOptions) {
    this.#options = options;
  }

  /** @throws InvocationError when the app throws, is killed or runs out of time. */
  async run(call: FunctionCall): Promise<unknown> {
    const { bundle, clock, manifest, meters } = this.#options;
    const invocation = new RunningInvocation(call, clock);
    const context = {
      principal: call.accountId === null ? undefined : { accountId: call.accountId },
      installContext: SITE_ARI,
      installation: { ari: INSTALLATION_ARI },
    };
    const runtime = {
      invocation,
      runtime: runtimeOf(manifest, invocation),
      fetch: (descriptor: CallDescriptor, path: string, init?: RequestInit) =>
        this.#fetch(invocation, descriptor, path, init ?? {}),
    };
    try {
      const returned = runWith(runtime, async () => await bundle.handler(call.handler)(call.event, context));
      const result = asJson(await Promise.race([returned, invocation.interrupted]));
      meters.addInvocation(invocation.finish('returned'));
      return result;
    } catch (error) {
      meters.addInvocation(invocation.finish(outcomeOf(error)));
      throw error instanceof InvocationError ? error : new InvocationThrew(error);
    }
  }

  async #fetch(
    invocation: RunningInvocation,
    descriptor: CallDescriptor,
    path: string,
    init: RequestInit,
  ): Promise<Response> {
    if (invocation.hasEnded()) return new Promise<never>(() => undefined);
    const response = await carryOut(this.#options.plan(descriptor, path, init, invocation), {
      faults: this.#options.faults,
      signal: init.signal ?? null,
      meter: (call) => {
        invocation.addCall(call);
      },
      kill: invocation.kill,
    });
    return invocation.hasEnded() ? new Promise<never>(() => undefined) : response;
  }
}
