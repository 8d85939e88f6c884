import { randomUUID } from 'node:crypto';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import { aChange, aClient, aContact, aDecision, aFeedback, onChange, onItem } from './builders';
import { mirrorProject } from './mirror';
import { PEOPLE } from './people';
import type { Caller, PreparedSandbox } from './sandbox';

interface SceneFeedback {
  readonly id: string;
  readonly version: number;
  readonly contact: { readonly id: string; readonly name: string | null; readonly client: { readonly id: string } };
}

interface SceneEntry {
  readonly id: string;
  readonly version: number;
}

interface SceneChange {
  readonly id: string;
  readonly version: number;
}

/** What a procedure needs to find, recorded by a member. */
interface Parts {
  readonly fresh: SceneFeedback;
  readonly other: SceneFeedback;
  readonly resolved: SceneFeedback;
  readonly merged: SceneFeedback;
  /** Asks for a change that nobody has raised yet. */
  readonly asking: SceneFeedback;
  /** A draft, whose title and requester are among the secrets. */
  readonly change: SceneChange;
  /** Assessed, and waiting for a decision on its only option. */
  readonly awaiting: SceneChange & { readonly optionId: string };
  /** Decided and done, but not yet held against what happened. */
  readonly implemented: SceneChange;
  /** Frozen on a page that mentions the issue; who may not see a restricted issue may not read its page. */
  readonly edition: { readonly id: string; readonly pageId: string };
  /** Of the project's settings. */
  readonly settingsVersion: number;
  readonly siteSettingsVersion: number;
  /** Entered into the register by an administrator: a client with a person whom nothing names, and one with nobody. */
  readonly registered: { readonly client: SceneEntry; readonly contact: SceneEntry; readonly empty: SceneEntry };
}
export type Part = keyof Parts;

/** An issue with feedback and change requests in every state that a procedure needs. */
export interface Scene extends Parts {
  readonly issueId: string;
  readonly projectId: string;
  readonly projectKey: string;
  /** Texts and names that nobody may learn who does not see the issue. */
  readonly secrets: readonly string[];
}

const NO_CHANGE = { id: '', version: 1, optionId: '' };
const NO_FEEDBACK = { ...NO_CHANGE, contact: { id: '', name: '', client: { id: '' } } };
const NO_PARTS: Parts = {
  fresh: NO_FEEDBACK,
  other: NO_FEEDBACK,
  resolved: NO_FEEDBACK,
  merged: NO_FEEDBACK,
  asking: NO_FEEDBACK,
  change: NO_CHANGE,
  awaiting: NO_CHANGE,
  implemented: NO_CHANGE,
  edition: { id: '', pageId: '' },
  settingsVersion: 0,
  siteSettingsVersion: 0,
  registered: { client: NO_CHANGE, contact: NO_CHANGE, empty: NO_CHANGE },
};
const ALL_PARTS = new Set(Object.keys(NO_PARTS));

/** Which parts of a scene something reads. */
export function partsRead(by: (scene: Scene) => unknown): ReadonlySet<string> {
  const read = new Set<string>();
  const nothing: Scene = { issueId: '', projectId: '', projectKey: '', secrets: [], ...NO_PARTS };
  by(
    new Proxy(nothing, {
      get: (scene, key, receiver): unknown => {
        read.add(String(key));
        return Reflect.get(scene, key, receiver);
      },
    }),
  );
  return read;
}

/** Records one scene's parts on one issue. */
class Stage {
  readonly secrets: readonly string[];
  private readonly caller: Caller;
  private readonly contact: { readonly name: string; readonly client: { readonly name: string } };

  constructor(
    private readonly app: PreparedSandbox,
    private readonly issueId: string,
  ) {
    const mark = randomUUID().slice(0, 8);
    this.secrets = ['text', 'contact', 'client', 'answer'].map((what) => `secret-${what}-${mark}`);
    const [, name = '', client = ''] = this.secrets;
    this.contact = { name, client: { name: client } };
    this.caller = { as: PEOPLE.member, on: issueId };
  }

  private get text(): string {
    return this.secrets[0] ?? '';
  }

  record(kind: 'wish' | 'change' = 'wish') {
    const { app, caller, contact, issueId, text } = this;
    return app.succeed('feedback.record', aFeedback({ issueId, kind, text, contact }), caller);
  }

  async resolved() {
    const answer = { to: 'resolved' as const, answer: this.secrets[3] ?? '' };
    return this.app.succeed('feedback.move', { ...onItem(await this.record()), ...answer }, this.caller);
  }

  async merged(into: SceneFeedback) {
    return this.app.succeed('feedback.merge', { ...onItem(await this.record()), intoId: into.id }, this.caller);
  }

  raise(requestedBy: Parameters<typeof aChange>[0]['requestedBy'] = null) {
    const { app, caller, issueId, text } = this;
    return app.succeed('change.raise', aChange({ issueId, title: text, reason: text, requestedBy }), caller);
  }

  raiseForContact() {
    return this.raise(this.contact);
  }

  async frozen() {
    const change = await this.app.succeed('change.freeze', onChange(await this.raise()), this.caller);
    const { options } = await this.app.succeed('change.get', { changeId: change.id }, this.caller);
    return { ...change, optionId: options[0]?.id ?? '' };
  }

  async implemented() {
    const frozen = await this.frozen();
    const decision = { ...onChange(frozen), ...aDecision(frozen.optionId) };
    let change = await this.app.succeed('change.decide', decision, this.caller);
    for (const to of ['implementing', 'implemented'] as const) {
      change = await this.app.succeed('change.move', { ...onChange(change), to, reason: null }, this.caller);
    }
    return change;
  }
}

/** What the macro of every scene's page is called. */
export const MACRO = 'e3b0c442-98fc-4c14-9afb-f4c8996fb924';

async function freezeOn(app: PreparedSandbox, issueId: string): Promise<Parts['edition']> {
  const { site } = app.sandbox;
  const issue = site.findIssue(issueId);
  const content = [paragraph(smartLink(issue?.key ?? ''))];
  const { id: pageId } = site.wiki.createPage({
    ...{ space: 'HP', title: `About ${randomUUID()}`, by: PEOPLE.admin },
    body: { type: 'doc', version: 1, content },
  });
  if (issue?.restricted === true)
    site.wiki.restrictPage(pageId, { readers: [PEOPLE.admin, PEOPLE.lead, PEOPLE.member] });
  const payload = {
    ...{ commandId: randomUUID(), pageId, macroId: MACRO, source: { source: 'page', pageId } as const },
    ...{ name: 'First', date: '2026-03-01' },
  };
  const { id } = await app.succeed('edition.freeze', payload, { as: PEOPLE.member, on: issueId });
  return { id, pageId };
}

async function requireMirror(app: PreparedSandbox, projectId: string): Promise<void> {
  const { state } = await app.succeed('mirror.status', { projectId }, { as: PEOPLE.admin, on: projectId });
  if (state !== 'ready') await mirrorProject(app, projectId);
}

async function register(app: PreparedSandbox, issueId: string, projectId: string): Promise<Parts['registered']> {
  const admin = { as: PEOPLE.admin, on: issueId };
  const mark = randomUUID().slice(0, 8);
  const added = (name: string) => app.succeed('client.save', aClient({ projectId, name: `${name} ${mark}` }), admin);
  const [client, empty] = [await added('Registered'), await added('Empty')];
  const contact = await app.succeed('contact.save', aContact({ projectId, clientId: client.id }), admin);
  return { client, contact, empty };
}

async function settingsVersion(app: PreparedSandbox, issueId: string, projectId: string): Promise<number> {
  const { version } = await app.succeed('settings.get', { projectId }, { as: PEOPLE.admin, on: issueId });
  return version;
}

async function siteSettingsVersion(app: PreparedSandbox, issueId: string): Promise<number> {
  const { version } = await app.succeed('siteSettings.get', {}, { as: PEOPLE.admin, on: issueId });
  return version;
}

/** Sets a scene on the issue: all of it, or the parts asked for; the others are empty. */
export async function setScene(
  app: PreparedSandbox,
  issueId: string,
  wanted: ReadonlySet<string> = ALL_PARTS,
): Promise<Scene> {
  const projectId = app.sandbox.site.findIssue(issueId)?.projectId ?? '';
  await requireMirror(app, projectId);
  const stage = new Stage(app, issueId);
  const part = async <P extends Part>(name: P, make: () => Promise<Parts[P]>): Promise<Parts[P]> =>
    wanted.has(name) ? make() : NO_PARTS[name];
  const fresh = await part('fresh', () => stage.record());
  const other = await part('other', () => stage.record());
  const resolved = await part('resolved', () => stage.resolved());
  const merged = await part('merged', async () => stage.merged(wanted.has('other') ? other : await stage.record()));
  return {
    issueId,
    projectId,
    projectKey: app.sandbox.site.findProject(projectId)?.key ?? '',
    secrets: stage.secrets,
    fresh,
    other: wanted.has('merged') ? { ...other, version: other.version + 1 } : other,
    merged,
    resolved,
    asking: await part('asking', () => stage.record('change')),
    change: await part('change', () => stage.raiseForContact()),
    awaiting: await part('awaiting', () => stage.frozen()),
    implemented: await part('implemented', () => stage.implemented()),
    edition: await part('edition', () => freezeOn(app, issueId)),
    settingsVersion: await part('settingsVersion', () => settingsVersion(app, issueId, projectId)),
    siteSettingsVersion: await part('siteSettingsVersion', () => siteSettingsVersion(app, issueId)),
    registered: await part('registered', () => register(app, issueId, projectId)),
  };
}
