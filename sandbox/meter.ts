import type { Invocation, Meter, MeteredCall } from './api';

const KEPT = 1_000;

/** Keeps what the last invocations and the page's own requests used. */
export class Meters implements Meter {
  #invocations: Invocation[] = [];
  #bridgeCalls: MeteredCall[] = [];

  invocations(): readonly Invocation[] {
    return this.#invocations;
  }

  bridgeCalls(): readonly MeteredCall[] {
    return this.#bridgeCalls;
  }

  reset(): void {
    this.#invocations = [];
    this.#bridgeCalls = [];
  }

  addInvocation(invocation: Invocation): void {
    this.#invocations = [...this.#invocations, invocation].slice(-KEPT);
  }

  addBridgeCall(call: MeteredCall): void {
    this.#bridgeCalls = [...this.#bridgeCalls, call].slice(-KEPT);
  }
}
