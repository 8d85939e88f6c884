import { REQUIREMENTS_LIMIT } from '../../contract/changeLimits';
import type { ChangeSummary } from '../../contract/change';
import type { OptionInput } from '../../contract/changeSchema';
import type { ProcedureInput } from '../../contract/procedures';
import type { Change } from '../../domain/change/change';
import { editChange as edit } from '../../domain/change/decide';
import type { ChangeContent, Option } from '../../domain/change/events';
import type { Attempt } from '../attempt';
import type { DomainDecision } from '../commit';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { resolveContact } from '../resolveContact';
import { kept, keptChanges } from './keptTexts';
import { namedIn, requireSeen } from './requireSeen';
import { takeStep } from './takeStep';
import type { StepContext } from './takeStep';

type Changes = ProcedureInput<'change.edit'>['changes'];
type Seen = ReadonlyMap<string, unknown>;

/** What was given, and what was there before and the viewer does not see: nobody takes away what is hidden from them. */
function withHidden(given: readonly string[], before: readonly string[], seen: Seen): readonly string[] {
  return [...new Set([...given, ...before.filter((id) => !seen.has(id))])];
}

function optionOf(given: OptionInput, before: Option | undefined, seen: Seen, attempt: Attempt): Option {
  const { title, dropped, ...plain } = given;
  return {
    ...plain,
    title: title === undefined ? (before?.title ?? null) : kept(attempt, title),
    dropped: withHidden(dropped, before?.dropped ?? [], seen),
  };
}

/** The sets of issues after an edit, and what else the options say. */
async function editedIssues(
  outside: Outside,
  { requirements, options }: Changes,
  { change, issue, attempt }: StepContext,
): Promise<Partial<Pick<ChangeContent, 'requirements' | 'options'>>> {
  if (requirements === undefined && options === undefined) return {};
  const named = [
    ...namedIn('changes.requirements', requirements ?? []),
    ...(options ?? []).flatMap(({ dropped }, index) => namedIn(`changes.options.${String(index)}.dropped`, dropped)),
  ];
  const before = [...change.requirements, ...change.options.flatMap(({ dropped }) => dropped)];
  const seen = await requireSeen(outside.access, issue.projectId, named, before);
  const optionBefore = (id: string) => change.options.find((option) => option.id === id);
  return {
    ...(requirements === undefined ? {} : { requirements: withHidden(requirements, change.requirements, seen) }),
    ...(options === undefined
      ? {}
      : { options: options.map((given) => optionOf(given, optionBefore(given.id), seen, attempt)) }),
  };
}

function requireFitting({ requirements }: Partial<Change>): void {
  if (requirements === undefined || requirements.length <= REQUIREMENTS_LIMIT + 1) return;
  const path = 'changes.requirements';
  throw new Refusal('INVALID_INPUT', { fields: [{ path, rule: 'too_many', limit: REQUIREMENTS_LIMIT }] });
}

async function decideEdit(outside: Outside, given: Changes, context: StepContext): Promise<readonly DomainDecision[]> {
  const { change, issue, attempt } = context;
  const { title, source, urgency, validUntil, requestedBy } = given;
  const scope = { projectId: issue.projectId, issueId: issue.id };
  const contact =
    requestedBy === undefined || requestedBy === null
      ? { contactId: null, decisions: [] }
      : await resolveContact(outside, scope, requestedBy, attempt);
  const changes: Partial<ChangeContent> = {
    ...(title === undefined ? {} : { title: attempt.keep('text', title) }),
    ...keptChanges(given, attempt),
    ...(source === undefined ? {} : { source }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(requestedBy === undefined ? {} : { requestedBy: contact.contactId }),
    ...(await editedIssues(outside, given, context)),
  };
  requireFitting(changes);
  return [...contact.decisions, edit(change, changes)];
}

/**
 * Changes what is asked for; only the fields given change. Of requirements and dropped ones those that the viewer does
 * not see stay.
 *
 * @throws Refusal as `takeStep`; `INVALID_INPUT` for issues that the viewer does not see or that are of another project
 */
export function editChange(
  outside: Outside,
  viewer: Viewer,
  { changes, ...command }: ProcedureInput<'change.edit'>,
): Promise<ChangeSummary> {
  return takeStep(outside, viewer, {
    ...command,
    type: 'change.edited',
    decide: (context) => decideEdit(outside, changes, context),
  });
}
