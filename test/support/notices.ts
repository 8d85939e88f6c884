import type { Issue, SentNotification } from '../../sandbox/api';
import type { ProcedurePayload } from '../../src/contract/procedures';
import type { SettingsChoices } from '../../src/contract/settings';
import { aFeedback } from './builders';
import { PEOPLE } from './people';
import type { PreparedSandbox } from './sandbox';
import { randomUUID } from 'node:crypto';

/** A site with one project, and what tests of its messages do. */
export class NoticeScene {
  readonly #app: PreparedSandbox;
  readonly issue: Issue;
  readonly secret: Issue;

  /** @param local the time in Berlin at which everything is recorded, on a Monday in March. */
  constructor(app: PreparedSandbox, start: string) {
    const { clock, site } = app.sandbox;
    clock.set(Date.parse(start));
    const project = site.createProject({ key: 'WAIT', name: 'Waiting' }).id;
    this.#app = app;
    this.issue = site.createIssue({ project, summary: 'Weigh the cargo' });
    this.secret = site.createIssue({ project, summary: 'Cut the fee', restricted: true });
  }

  get projectId(): string {
    return this.issue.projectId;
  }

  record(as: string, on: Issue = this.issue) {
    return this.#app.succeed('feedback.record', aFeedback({ issueId: on.id }), { as, on: on.id });
  }

  async choose(choices: SettingsChoices): Promise<void> {
    const caller = { as: PEOPLE.admin, on: this.issue.id };
    const { version } = await this.#app.succeed('settings.get', { projectId: this.projectId }, caller);
    const saving = { commandId: randomUUID(), projectId: this.projectId, expectedVersion: version, choices };
    const payload: unknown = saving;
    await this.#app.succeed('settings.save', payload as ProcedurePayload<'settings.save'>, caller);
  }

  /** Runs the schedule at the instant and gives what it sent. */
  async at(instant: string): Promise<readonly SentNotification[]> {
    this.#app.sandbox.clock.set(Date.parse(instant));
    return this.run();
  }

  async run(): Promise<readonly SentNotification[]> {
    const before = this.#app.sandbox.site.notifications.sent().length;
    await this.#app.sandbox.runSchedule('notices');
    const all = this.#app.sandbox.site.notifications.sent();
    return all.slice(0, all.length - before);
  }
}
