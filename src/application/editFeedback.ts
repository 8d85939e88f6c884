import type { FeedbackSummary } from '../contract/feedback';
import type { ProcedureInput } from '../contract/procedures';
import { editFeedback as edit } from '../domain/feedback/decide';
import type { FeedbackContent } from '../domain/feedback/events';
import type { ChangeContext } from './changeFeedback';
import { changeFeedback } from './changeFeedback';
import type { DomainDecision } from './commit';
import type { Outside, Viewer } from './ports';
import { resolveContact } from './resolveContact';
import { requirePastDay } from './saidOn';
import { requireOffered } from './settings/offeredKind';
import { projectSettings } from './settings/projectSettings';

type Changes = ProcedureInput<'feedback.edit'>['changes'];

async function decideEdit(
  outside: Outside,
  { contact, text, ...plain }: Changes,
  { feedback, issue, attempt }: ChangeContext,
): Promise<readonly DomainDecision[]> {
  const changes: { -readonly [Field in keyof FeedbackContent]?: FeedbackContent[Field] } = {};
  if (plain.kind !== undefined) changes.kind = plain.kind;
  if (plain.importance !== undefined) changes.importance = plain.importance;
  if (plain.channel !== undefined) changes.channel = plain.channel;
  if (plain.saidOn !== undefined) changes.saidOn = plain.saidOn;
  if (text !== undefined) changes.text = attempt.keep('text', text);
  const settings = await projectSettings(outside, feedback.projectId);
  if (plain.kind !== undefined && plain.kind !== feedback.kind) requireOffered(plain.kind, settings, 'changes.kind');
  if (contact === undefined) return [edit(feedback, changes, settings)];
  const scope = { projectId: issue.projectId, issueId: issue.id };
  const resolved = await resolveContact(outside, scope, contact, attempt);
  return [...resolved.decisions, edit(feedback, { ...changes, contactId: resolved.contactId }, settings)];
}

/** Corrects what was recorded; only the fields given change. */
export function editFeedback(
  outside: Outside,
  viewer: Viewer,
  { changes, timeZone, ...command }: ProcedureInput<'feedback.edit'>,
): Promise<FeedbackSummary> {
  if (changes.saidOn !== undefined) requirePastDay(changes.saidOn, timeZone, outside.now(), 'changes.saidOn');
  return changeFeedback(outside, viewer, {
    ...command,
    type: 'feedback.edited',
    decide: (context) => decideEdit(outside, changes, context),
  });
}
