import type { Invocation, Meter, MeteredCall, Usage, UsageOfEndpoint, UsageOfName } from './api';
import { addUsage, NO_USAGE } from './usage';

const KEPT = 1_000;

interface Counted {
  readonly invocations: number;
  readonly usage: Usage;
}

/** Keeps what the last invocations and the page's own requests used, and sums it all up. */
export class Meters implements Meter {
  #invocations: Invocation[] = [];
  #bridgeCalls: MeteredCall[] = [];
  #names = new Map<string, Counted>();
  #endpoints = new Map<string, UsageOfEndpoint>();

  invocations(): readonly Invocation[] {
    return this.#invocations;
  }

  bridgeCalls(): readonly MeteredCall[] {
    return this.#bridgeCalls;
  }

  total(): Usage & { readonly invocations: number } {
    const all = [...this.#names.values()];
    const invocations = all.reduce((sum, counted) => sum + counted.invocations, 0);
    return { ...all.reduce((sum, { usage }) => addUsage(sum, usage), NO_USAGE), invocations };
  }

  byName(): readonly UsageOfName[] {
    return [...this.#names]
      .map(([name, { invocations, usage }]) => ({
        ...usage,
        name,
        invocations,
        dollarsPerThousand: (usage.dollars / invocations) * 1_000,
      }))
      .sort((one, other) => other.dollars - one.dollars);
  }

  byEndpoint(): readonly UsageOfEndpoint[] {
    return [...this.#endpoints.values()].sort((one, other) => other.points - one.points || other.calls - one.calls);
  }

  reset(): void {
    this.#invocations = [];
    this.#bridgeCalls = [];
    this.#names = new Map();
    this.#endpoints = new Map();
  }

  addInvocation(invocation: Invocation): void {
    this.#invocations = [...this.#invocations, invocation].slice(-KEPT);
    const known = this.#names.get(invocation.name) ?? { invocations: 0, usage: NO_USAGE };
    this.#names.set(invocation.name, {
      invocations: known.invocations + 1,
      usage: addUsage(known.usage, invocation),
    });
    for (const call of invocation.calls) this.#count(call);
  }

  addBridgeCall(call: MeteredCall): void {
    this.#bridgeCalls = [...this.#bridgeCalls, call].slice(-KEPT);
    this.#count(call);
  }

  #count({ kind, what: route, points, milliseconds }: MeteredCall): void {
    const what = kind === 'sql' ? 'SQL' : route;
    const known = this.#endpoints.get(what) ?? { kind, what, calls: 0, points: 0, milliseconds: 0 };
    this.#endpoints.set(what, {
      ...known,
      calls: known.calls + 1,
      points: known.points + points,
      milliseconds: known.milliseconds + milliseconds,
    });
  }
}
