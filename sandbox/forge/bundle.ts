import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SandboxClock } from '../api';
import { dateOn } from '../clock';
import type { HandlerReference } from '../manifest';
import { currentInvocation } from './globals';

/** A function of the app, as the platform calls it. */
export type Handler = (event: unknown, context: unknown) => unknown;

/** What the app's code sees instead of the machine's own. */
function surroundings(clock: SandboxClock) {
  const log =
    (level: string) =>
    (...values: unknown[]) => {
      currentInvocation()?.addLog(level, values);
    };
  const levels = ['debug', 'error', 'info', 'log', 'trace', 'warn'];
  return {
    Date: dateOn(clock),
    console: { ...console, ...Object.fromEntries(levels.map((level) => [level, log(level)])) },
    /** A timer set during an invocation dies with it, as when the platform freezes the process, and keeps nothing alive. */
    setTimeout: (callback: (...values: unknown[]) => void, milliseconds?: number, ...values: unknown[]) => {
      const invocation = currentInvocation();
      return setTimeout(() => {
        if (!invocation?.hasEnded()) callback(...values);
      }, milliseconds).unref();
    },
    fetch: () =>
      Promise.reject(
        Object.assign(new Error('The manifest permits no egress.'), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' }),
      ),
  };
}

function loadModule(path: string, clock: SandboxClock): Record<string, unknown> {
  const module = { exports: {} as Record<string, unknown> };
  const given = { ...surroundings(clock), module, exports: module.exports, require: createRequire(path) };
  const source = `${readFileSync(path, 'utf8')}\n//# sourceURL=${path}`;
  // The code has to run in the caller's realm and with other globals than the machine's; node:vm gives the first realm.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function(...Object.keys(given), source)(...Object.values(given));
  return module.exports;
}

/** The app's built back end, loaded once per sandbox. */
export class Bundle {
  readonly #modules = new Map<string, Record<string, unknown>>();
  readonly #folder: string;
  readonly #clock: SandboxClock;

  constructor(backend: string, clock: SandboxClock) {
    this.#folder = dirname(backend);
    this.#clock = clock;
  }

  /** @throws Error when the back end does not export what the manifest names. */
  handler({ file, exportName }: HandlerReference): Handler {
    let loaded = this.#modules.get(file);
    if (!loaded) {
      loaded = loadModule(join(this.#folder, `${file}.cjs`), this.#clock);
      this.#modules.set(file, loaded);
    }
    const found = Object.hasOwn(loaded, exportName) ? loaded[exportName] : undefined;
    if (typeof found !== 'function') throw new Error(`The back end exports no function "${file}.${exportName}".`);
    return (event, context) => Reflect.apply(found, undefined, [event, context]) as unknown;
  }
}
