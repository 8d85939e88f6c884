import type { InvokeRequest, MacroPlace, SandboxClock, SiteStore } from '../api';
import type { HandlerReference, Manifest } from '../manifest';
import { moduleContext } from './context';
import type { ModulePlace as Place } from './context';
import { InvocationRefused } from './errors';
import type { Host } from './host';
import { CLOUD_ID, ENVIRONMENT_ID, INSTALLATION_ARI } from './installation';

/** @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
const PAYLOAD_LIMIT_BYTES = 500 * 1024;
const TIME_LIMIT = 25_000;
const ASYNC_TIME_LIMIT = 55_000;

interface AppOptions {
  readonly host: Host;
  readonly manifest: Manifest;
  readonly site: SiteStore;
  readonly clock: SandboxClock;
  /** Milliseconds; null for the platform's. */
  readonly timeLimit: number | null;
}

type ModulePlace = Place & { readonly issueIdOrKey: string };

function payloadAsJson(payload: unknown): unknown {
  const text = JSON.stringify(payload) as string | undefined;
  if (text === undefined) return undefined;
  if (Buffer.byteLength(text) > PAYLOAD_LIMIT_BYTES) throw new InvocationRefused('The payload is larger than 500 KB.');
  return JSON.parse(text);
}

/** The installed app: its resolvers, triggers and schedules. */
export class InstalledApp {
  readonly #options: AppOptions;

  constructor(options: AppOptions) {
    this.#options = options;
  }

  /** Calls a module's resolver as the user's page does. */
  async invoke({ procedure, payload, ...place }: InvokeRequest): Promise<unknown> {
    const { host, manifest, site, timeLimit } = this.#options;
    const { moduleKey, accountId } = place;
    const { resolver } = manifest.module(moduleKey);
    if (!resolver) throw new InvocationRefused(`The module "${moduleKey}" has no resolver.`);
    return host.run({
      name: procedure,
      moduleKey,
      accountId,
      handler: resolver,
      timeLimit: timeLimit ?? TIME_LIMIT,
      event: {
        call: { functionKey: procedure, payload: payloadAsJson(payload) },
        context: { ...moduleContext(site, manifest, place), accountId, accountType: 'licensed' },
      },
    });
  }

  /**
   * Asks for a module's changing properties, as the issue view does when it is opened; null when it has none.
   *
   * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/
   */
  async dynamicProperties({ moduleKey, accountId, issueIdOrKey }: ModulePlace): Promise<unknown> {
    const { host, manifest, site, timeLimit } = this.#options;
    const { dynamicProperties } = manifest.module(moduleKey);
    if (!dynamicProperties) return null;
    const { cloudId, extension } = moduleContext(site, manifest, { moduleKey, accountId, issueIdOrKey });
    return host.run({
      name: `${moduleKey} dynamicProperties`,
      moduleKey,
      accountId,
      handler: dynamicProperties,
      timeLimit: timeLimit ?? TIME_LIMIT,
      event: { cloudId, extension },
    });
  }

  /**
   * Asks for a macro's document for an export; null when it gives none. Whether the platform says who exports is not
   * documented, so nobody is named.
   *
   * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/
   */
  async exportMacro(moduleKey: string, macro: MacroPlace, locale: string): Promise<unknown> {
    const { host, manifest, site, timeLimit } = this.#options;
    const { adfExport } = manifest.module(moduleKey);
    if (!adfExport) return null;
    const place = { moduleKey, accountId: '', macro };
    const context = { ...moduleContext(site, manifest, place), locale };
    return host.run({
      name: `${moduleKey} adfExport`,
      moduleKey,
      accountId: null,
      handler: adfExport,
      timeLimit: timeLimit ?? TIME_LIMIT,
      event: { exportType: 'pdf', context, extensionPayload: {} },
    });
  }

  /** Runs what the manifest's triggers name for a life-cycle event, one after the other. */
  async deliver(eventType: string): Promise<void> {
    const { clock, manifest, timeLimit } = this.#options;
    for (const { key, handler } of manifest.triggers(eventType)) {
      await this.#runWithoutUser(key, handler, timeLimit ?? TIME_LIMIT, {
        eventType,
        id: INSTALLATION_ARI,
        installerAccountId: 'sandbox-admin',
        app: { id: manifest.appId, version: '1.0.0' },
        environment: { id: ENVIRONMENT_ID },
        timestamp: new Date(clock.now()).toISOString(),
      });
    }
  }

  /** Gives a product event to a trigger; returns what its function returned. */
  async runTrigger(key: string, event: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { manifest, timeLimit } = this.#options;
    const trigger = manifest.triggers(String(event['eventType'])).find((candidate) => candidate.key === key);
    if (!trigger) throw new InvocationRefused(`The manifest has no trigger "${key}" for this event any more.`);
    return this.#runWithoutUser(key, trigger.handler, timeLimit ?? TIME_LIMIT, event);
  }

  async runSchedule(key: string): Promise<void> {
    const schedule = this.#options.manifest.schedules.find((candidate) => candidate.key === key);
    if (!schedule) throw new InvocationRefused(`The manifest has no scheduledTrigger "${key}".`);
    await this.#runWithoutUser(key, schedule.handler, this.#longLimit(schedule.handler), {});
  }

  /** Gives an event of a queue to its consumer; returns what its function returned. */
  async consume(queue: string, event: Readonly<Record<string, unknown>>, origin: string): Promise<unknown> {
    const consumer = this.#options.manifest.consumer(queue);
    if (!consumer) throw new InvocationRefused(`The manifest has no consumer for the queue "${queue}".`);
    const { key, handler } = consumer;
    return this.#runWithoutUser(key, handler, this.#longLimit(handler), event, origin);
  }

  #longLimit({ timeoutSeconds }: HandlerReference): number {
    const own = timeoutSeconds === null ? ASYNC_TIME_LIMIT : timeoutSeconds * 1_000;
    return this.#options.timeLimit ?? own;
  }

  async #runWithoutUser(key: string, handler: HandlerReference, timeLimit: number, event: object, origin?: string) {
    const context = { cloudId: CLOUD_ID, moduleKey: key };
    return this.#options.host.run({
      name: key,
      moduleKey: key,
      accountId: null,
      handler,
      timeLimit,
      ...(origin === undefined ? {} : { origin }),
      event: { ...event, context },
    });
  }
}
