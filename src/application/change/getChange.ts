import type { ChangeDetail } from '../../contract/change';
import type { Change } from '../../domain/change/change';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { repairItems } from '../repairProjections';
import { changeHistory, historyRefs } from './changeHistory';
import { summarizeChange } from './changeSummary';
import {
  actualView,
  contactOf,
  decisionView,
  issuesNamedBy,
  optionViews,
  refsShown,
  reviewViews,
  textOf,
} from './changeView';
import type { Shown } from './changeView';
import { conflictIssues, conflictsOf, showConflicts, shown } from './conflicts';
import type { FrozenAssessments } from './frozenAssessments';
import { loadChange } from './loadChange';
import type { LoadedChange } from './loadChange';

type Viewing = Outside & { readonly frozen: Pick<FrozenAssessments, 'view'> };

function contactsOf({ requestedBy, decision }: Change): readonly string[] {
  return [requestedBy, decision?.decider].flatMap((id) => id ?? []);
}

/** What the views are made from, and the conflicts, which name issues too. */
async function gather(outside: Viewing, { change, events }: LoadedChange, forTeam: boolean) {
  const conflicts = await conflictsOf(outside, change);
  const [labels, texts, contacts] = await Promise.all([
    outside.access.labels([change.issueId, ...issuesNamedBy(change), ...conflictIssues(conflicts)]),
    outside.erasables.read([...refsShown(change), ...historyRefs(events, forTeam)]),
    outside.contactViews.named(contactsOf(change)),
  ]);
  const from: Shown = { labels, texts, contacts, forTeam };
  return { from, conflicts: showConflicts(conflicts, labels) };
}

/**
 * A change request with its options, reviews, frozen assessment, decision, conflicts and history, for whoever sees the
 * issue it was raised on. Of other issues it shows those that the viewer sees and how many more there are; reasons are
 * for those who may edit the issue.
 *
 * @throws Refusal `CHANGE_NOT_FOUND`, also when its issue may not be seen
 */
export async function getChange(
  outside: Viewing,
  viewer: Viewer,
  { changeId }: { readonly changeId: string },
): Promise<ChangeDetail> {
  const loaded = await loadChange(outside, changeId);
  const { change } = loaded;
  const issue = await outside.access.findIssue(change.issueId);
  if (issue === null) throw new Refusal('CHANGE_NOT_FOUND');
  const [edit = false, erase = false] = await outside.access.holds([
    { permission: 'EDIT_ISSUES', issueId: issue.id },
    { permission: 'ADMINISTER_PROJECTS', projectId: issue.projectId },
  ]);
  await repairItems(outside, await outside.journal.behindOnIssue(issue.id));
  const [row, frozen, { from, conflicts }] = await Promise.all([
    outside.changeViews.get(changeId),
    outside.frozen.view(viewer, change),
    gather(outside, loaded, edit),
  ]);
  const requirements = shown(from.labels, change.requirements);
  return {
    ...summarizeChange(row, viewer),
    issue: { id: issue.id, key: issue.key, summary: from.labels.get(issue.id)?.summary ?? '' },
    description: { from: textOf(from, change.from), to: textOf(from, change.to) },
    reason: textOf(from, change.reason),
    source: change.source,
    requestedBy: contactOf(from, change.requestedBy),
    ifNot: textOf(from, change.ifNot),
    requirements: requirements.seen,
    requirementsHidden: requirements.hidden,
    feedbackId: change.feedbackId,
    options: optionViews(change, from),
    reviews: reviewViews(change, from),
    frozen,
    decision: decisionView(change, from),
    actual: actualView(change, from),
    conflicts,
    history: changeHistory(loaded.events, from.texts, edit),
    may: { edit, erase },
  };
}
