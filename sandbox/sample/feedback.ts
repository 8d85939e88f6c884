import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Sandbox, SiteStore } from '../api';
import { EPIC_CREATED } from './draft';
import { CONTACTS, FEEDBACK, type FollowUpStep, type RecordStep } from './feedbackScript';

const MODULE = 'feedback-panel';
const DAY = 86_400_000;
const HOUR = 3_600_000;

const succeeded = z.object({
  ok: z.literal(true),
  data: z.object({ id: z.string(), contact: z.object({ id: z.string(), client: z.object({ id: z.string() }) }) }),
});

/** The same id for the same step, so that seeding again repeats nothing. */
function commandId(step: number): string {
  const hex = createHash('sha256')
    .update(`sample feedback ${String(step)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What the script has recorded so far: ids by the script's names, and how many decisions each item has seen. */
class Progress {
  readonly contacts = new Map<string, string>();
  readonly clients = new Map<string, string>();
  readonly items = new Map<string, { readonly id: string; version: number }>();

  item(name: string): { readonly id: string; version: number } {
    const found = this.items.get(name);
    if (!found) throw new Error(`The sample names the feedback "${name}" before it is recorded.`);
    return found;
  }

  contactChoice(name: string): unknown {
    const known = this.contacts.get(name);
    if (known !== undefined) return { id: known };
    const clientName = CONTACTS[name] ?? name;
    const client = this.clients.get(clientName);
    return { name, client: client === undefined ? { name: clientName } : { id: client } };
  }
}

async function call(
  sandbox: Sandbox,
  procedure: string,
  step: RecordStep | FollowUpStep,
  payload: unknown,
  issue: string,
) {
  const request = { moduleKey: MODULE, procedure, payload, accountId: step.as, issueIdOrKey: issue };
  const result = await sandbox.invoke(request);
  const parsed = succeeded.safeParse(result);
  if (!parsed.success) {
    throw new Error(`The app refused "${procedure}" of the sample's feedback: ${JSON.stringify(result)}`);
  }
  return parsed.data.data;
}

async function record(
  sandbox: Sandbox,
  progress: Progress,
  step: RecordStep,
  id: string,
  today: number,
): Promise<void> {
  const issue = sandbox.site.findIssue(step.issue);
  const person = sandbox.site.findPerson(step.as);
  if (!issue || !person) return;
  const payload = {
    commandId: id,
    issueId: issue.id,
    timeZone: person.timeZone,
    ...step.content,
    contact: progress.contactChoice(step.contact),
    saidOn: new Date(today + step.said * DAY).toISOString().slice(0, 10),
  };
  const recorded = await call(sandbox, 'feedback.record', step, payload, issue.key);
  progress.items.set(step.item, { id: recorded.id, version: 1 });
  progress.contacts.set(step.contact, recorded.contact.id);
  progress.clients.set(CONTACTS[step.contact] ?? '', recorded.contact.client.id);
}

async function followUp(sandbox: Sandbox, progress: Progress, step: FollowUpStep, id: string): Promise<void> {
  const item = progress.item(step.on);
  const into = step.into === undefined ? null : progress.item(step.into);
  const expected = step.procedure === 'feedback.note' ? {} : { expectedVersion: item.version };
  const target = into ? { intoId: into.id } : {};
  const payload = { commandId: id, feedbackId: item.id, ...expected, ...target, ...step.payload };
  await call(sandbox, step.procedure, step, payload, 'HARBOR-1');
  item.version += 1;
  if (into) into.version += 1;
}

/** The day of the site's first start, from which the sample counts; null when the sample project is not there. */
function firstDay(site: SiteStore): number | null {
  const epic = site.findIssue('HARBOR-1');
  return epic && (Math.floor(Date.parse(epic.created) / DAY) - EPIC_CREATED) * DAY;
}

/**
 * Records the sample's feedback through the app itself, as the people of the team and at the times when they would
 * have done so: the clock goes back and returns. Calling it again changes nothing.
 *
 * @throws Error when the app refuses a step.
 */
export async function seedSample(sandbox: Sandbox): Promise<void> {
  const shift = sandbox.clock.now() - Date.now();
  const today = firstDay(sandbox.site);
  if (today === null) return;
  const progress = new Progress();
  try {
    const steps = FEEDBACK.map((step, index) => ({
      step,
      id: commandId(index),
      at: today + step.day * DAY + step.hour * HOUR,
    }));
    for (const { step, id, at } of steps.sort((one, other) => one.at - other.at)) {
      sandbox.clock.set(at);
      if ('item' in step) await record(sandbox, progress, step, id, today);
      else await followUp(sandbox, progress, step, id);
    }
  } finally {
    sandbox.clock.set(Date.now() + shift);
  }
}
