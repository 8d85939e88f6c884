import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox, SandboxOptions } from './api';
import { requestAsUser } from './bridge';
import { createClock } from './clock';
import { ConfluenceApi, loadConfluenceDocument } from './confluence/api';
import { EventDelivery } from './events/delivery';
import { checkEventScopes } from './events/scopes';
import { Faults } from './faults';
import { InstalledApp } from './forge/app';
import { Bundle } from './forge/bundle';
import { moduleContext } from './forge/context';
import { Host } from './forge/host';
import { PersonalData } from './forge/accountReports';
import { KvsService } from './forge/kvs/service';
import { Values } from './forge/kvs/values';
import { openPlatform } from './forge/platformDatabase';
import { Messages } from './forge/queue/messages';
import { AppQueues } from './forge/queue/queues';
import { ManifestSchedules } from './forge/schedules';
import { planCall } from './forge/services';
import type { SqlEngine, SqlValue } from './forge/sql/engine';
import { openEngine } from './forge/sql/open';
import { SqlLimits } from './forge/sql/limits';
import { admit } from './forge/sql/policy';
import { Incompleteness } from './incompleteness';
import { JiraApi } from './jira/api';
import { loadDocument } from './jira/document';
import { Quota } from './rest/quota';
import { readManifest } from './manifest';
import { Meters } from './meter';
import { addSamplePages } from './sample/pages';
import { sampleProject } from './sample/project';
import { PEOPLE } from './site/people';
import { SiteDatabase } from './site/store';

export type { Sandbox, SandboxOptions } from './api';

function sqlValue(value: unknown): SqlValue {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  throw new TypeError(`The sandbox cannot pass a ${typeof value} to the database.`);
}

async function query(engine: SqlEngine, sql: string, parameters: readonly unknown[]) {
  const result = await engine.run(admit(sql, 'dml'), sql, parameters.map(sqlValue));
  return result.type === 'rows' ? result.rows : [];
}

/**
 * Opens a sandboxed Atlassian site with the app installed. A site without projects is given the sample project; its
 * feedback is recorded by `seedSample`, after the installation was delivered.
 *
 * @throws Error when the back end or the manifest cannot be read, or when the manifest could not be deployed.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { directory, openApiDirectory } = options;
  if (directory !== null) await mkdir(directory, { recursive: true });
  const clock = createClock();
  const [manifest, document, confluenceDocument] = await Promise.all([
    readManifest(options.manifest),
    loadDocument(openApiDirectory),
    loadConfluenceDocument(openApiDirectory),
  ]);
  checkEventScopes(manifest.events, manifest.scopes);
  const site = new SiteDatabase(directory === null ? null : join(directory, 'site.db'), PEOPLE, clock);
  site.properties.index(manifest.issueProperties);
  if (site.projects().length === 0) site.replaceProjects([sampleProject(new Date(clock.now()))]);
  if (site.wiki.spaces().length === 0) addSamplePages(site.wiki);
  const [faults, meter, incompleteness] = [new Faults(), new Meters(), new Incompleteness()];
  const sql = await openEngine(directory, options.sqlUrl);
  const [quota, confluenceQuota] = [new Quota(clock), new Quota(clock, 'confluence')];
  const shared = { site, scopes: manifest.scopes, clock, incompleteness };
  const jira = new JiraApi({ ...shared, document, quota });
  const confluence = new ConfluenceApi({ ...shared, document: confluenceDocument, quota: confluenceQuota });
  const platform = openPlatform(directory === null ? null : join(directory, 'platform.db'));
  const queues: AppQueues = new AppQueues({
    messages: new Messages(platform),
    clock,
    call: (queue, event, origin) => app.consume(queue, event, origin),
  });
  const queue = { queues, clock, incompleteness, consumer: (name: string) => manifest.consumer(name) };
  const [sqlLimits, personalData] = [new SqlLimits(clock), new PersonalData(manifest.scopes)];
  const kvs = new KvsService({ values: new Values(platform), clock, scopes: manifest.scopes, incompleteness });
  const stores = { sql: { engine: sql, limits: sqlLimits }, kvs, queue, personalData };
  const services = { ...stores, jira, confluence, incompleteness };
  const host = new Host({
    manifest,
    bundle: new Bundle(options.backend, clock),
    clock,
    faults,
    meters: meter,
    plan: (...call) => planCall(services, ...call),
  });
  const app = new InstalledApp({ host, manifest, site, clock, timeLimit: options.timeLimit ?? null });
  const events = new EventDelivery({ site, manifest, clock, call: (key, event) => app.runTrigger(key, event) });
  const schedules = new ManifestSchedules({
    database: platform,
    clock,
    schedules: manifest.schedules,
    run: (key) => app.runSchedule(key),
  });
  return {
    clock,
    site,
    meter,
    faults,
    events,
    queue: queues,
    schedules,
    quota,
    confluenceQuota,
    accountReports: personalData,
    appId: manifest.appId,
    sqlQuota: sqlLimits,
    incomplete: () => incompleteness.list(),
    invoke: (request) => app.invoke(request),
    dynamicProperties: (request) => app.dynamicProperties(request),
    exportMacro: (moduleKey, macro, locale) => app.exportMacro(moduleKey, macro, locale),
    pageContext: (request) => ({ ...moduleContext(site, manifest, request), accountId: request.accountId }),
    requestJira: (request) => requestAsUser(jira, faults, meter, request),
    requestConfluence: (request) => requestAsUser(confluence, faults, meter, request),
    deliver: (event) => app.deliver(event),
    runSchedule: (key) => app.runSchedule(key),
    query: (text, parameters = []) => query(sql, text, parameters),
    close: async () => {
      site.close();
      platform.close();
      await sql.close();
    },
  };
}
