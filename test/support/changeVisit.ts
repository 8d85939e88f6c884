import type { Locator } from 'playwright-core';
import type { Visit } from './browserSite';

/** Opens an issue and waits until the impact panel has drawn itself. */
export async function openImpact({ page, panel, words }: Visit, url: string, issueKey: string): Promise<void> {
  await page.goto(`${url}/browse/${issueKey}`);
  await panel.getByRole('heading', { name: words('change.listTitle') }).waitFor();
}

/** Waits for the five answers of an assessment. */
export async function assessed({ panel, words }: Visit): Promise<void> {
  await panel.getByRole('tab', { name: words('impact.scope.name') }).waitFor({ timeout: 30_000 });
}

/** Raises a change request through the form. */
export async function raiseChange(visit: Visit, title: string): Promise<void> {
  await visit.button('change.raise.open').click();
  await visit.field('change.field.title').fill(title);
  await visit.field('change.field.from').fill('It is loaded once a night.');
  await visit.field('change.field.to').fill('It is loaded at once.');
  await visit.field('change.field.reason').fill('Ships wait for the night.');
  await visit.button('change.raise.submit').click();
  await visit.button('change.step.freeze').waitFor();
}

type Effort = readonly [low: string, likely: string, high: string];

/** Types an effort into the form that is open. */
export async function typeEffort({ panel, words }: Visit, effort: Effort): Promise<void> {
  for (const [index, part] of (['low', 'likely', 'high'] as const).entries()) {
    await panel.getByRole('textbox', { name: words(`impact.effort.${part}`), exact: true }).fill(effort[index] ?? '');
  }
}

/** Types the effort of the change itself for its only option. */
export async function sayEffort(visit: Visit, effort: Effort): Promise<void> {
  await visit.button('change.action.options').click();
  await typeEffort(visit, effort);
  await visit.button('change.option.submit').click();
  await visit.button('change.option.submit').waitFor({ state: 'detached' });
}

/** A step that a single button takes; waits for the button or the text that follows. */
export async function take(visit: Visit, step: string, then: Locator): Promise<void> {
  await visit.button(`change.step.${step}`).click();
  await then.waitFor();
}

/** Records an approval without further ado. */
export async function approve(visit: Visit): Promise<void> {
  await visit.button('change.action.decide').click();
  await visit.field('change.decision.clientSaid').fill('Please go ahead.');
  await visit.button('change.decision.submit').click();
  await visit.button('change.step.implementing').waitFor();
}
