import type { SandboxClock } from './api';

/** A clock that runs with the machine's, shifted by what `set` and `advance` ask for. */
export function createClock(): SandboxClock {
  let shift = 0;
  return {
    now: () => Date.now() + shift,
    set: (instant) => {
      shift = instant - Date.now();
    },
    advance: (milliseconds) => {
      shift += milliseconds;
    },
  };
}

/** A `Date` for the app: like the machine's, but "now" is the sandbox's. */
export function dateOn(clock: SandboxClock): DateConstructor {
  return new Proxy(Date, {
    apply: () => new Date(clock.now()).toString(),
    construct: (target, given: unknown[], newTarget: new (...values: unknown[]) => object) =>
      Reflect.construct(target, given.length === 0 ? [clock.now()] : given, newTarget) as Date,
    get: (target, property, receiver) =>
      property === 'now' ? () => clock.now() : (Reflect.get(target, property, receiver) as unknown),
  });
}
