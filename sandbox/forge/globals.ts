import { AsyncLocalStorage } from 'node:async_hooks';
import type { RunningInvocation } from './invocation';

/** Who is asked for what, as the platform's packages put it. */
export interface CallDescriptor {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
}

/** What the platform's packages find behind the two globals during one invocation. */
export interface RuntimeOfInvocation {
  readonly invocation: RunningInvocation;
  readonly runtime: unknown;
  fetch(descriptor: CallDescriptor, path: string, init: RequestInit | undefined): Promise<Response>;
}

/** Keeps concurrent invocations, of one sandbox or of several, apart. */
const current = new AsyncLocalStorage<RuntimeOfInvocation>();

/** The invocation in which the caller runs, if any. */
export function currentInvocation(): RunningInvocation | null {
  return current.getStore()?.invocation ?? null;
}

/** Runs the app's code with the platform's globals of this invocation. */
export function runWith<T>(runtime: RuntimeOfInvocation, run: () => T): T {
  installGlobals();
  return current.run(runtime, run);
}

function installGlobals(): void {
  Object.defineProperties(globalThis, {
    __forge_runtime__: { configurable: true, get: () => current.getStore()?.runtime },
    __forge_fetch__: {
      configurable: true,
      value: async (descriptor: CallDescriptor, path: string, init?: RequestInit) => {
        const runtime = current.getStore();
        if (!runtime) throw new Error('The platform can be called during an invocation only.');
        return runtime.fetch(descriptor, path, init);
      },
    },
  });
}
