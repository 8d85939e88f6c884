import type { Fault, FaultPlan } from './api';

interface Planned {
  readonly fault: Fault;
  skip: number;
  times: number;
}

/** The faults still to strike, in the order in which they were added. */
export class Faults implements FaultPlan {
  #planned: Planned[] = [];

  add(fault: Fault): void {
    this.#planned.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
  }

  clear(): void {
    this.#planned = [];
  }

  /** Takes the effect for this call, if one is due; counts the call against every fault it matches until one strikes. */
  strike(target: Fault['target'], what: string, duringInvocation: boolean): Fault['effect'] | null {
    for (const planned of this.#planned) {
      const { fault } = planned;
      if (fault.target !== target || !what.includes(fault.matching ?? '')) continue;
      if (!duringInvocation && fault.effect.type.startsWith('kill')) continue;
      if (planned.skip > 0) {
        planned.skip -= 1;
        continue;
      }
      planned.times -= 1;
      if (planned.times <= 0) this.#planned = this.#planned.filter((other) => other !== planned);
      return fault.effect;
    }
    return null;
  }
}
