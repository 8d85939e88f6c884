import { z } from 'zod';
import { answer, JiraRefusal } from '../answer';
import { changelogBean } from '../beans/changelog';
import { self } from '../beans/common';
import { editableFields, issueFields } from '../beans/issues';
import { commaList, type JiraCall, type Operation } from '../operation';

const query = z.object({ fields: commaList, expand: commaList });

/** `*all`, `*navigable`, `a`, `-b`, as Jira reads them. */
function selectFields(fields: Readonly<Record<string, unknown>>, wanted: readonly string[]): Record<string, unknown> {
  const dropped = new Set(wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const kept = wanted.filter((name) => !name.startsWith('-'));
  const all = kept.length === 0 || kept.some((name) => name === '*all' || name === '*navigable');
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => (all || kept.includes(name)) && !dropped.has(name)),
  );
}

function editmetaOf({ viewer }: JiraCall, issue: Parameters<JiraCall['viewer']['may']>[1]) {
  return { fields: viewer.may('EDIT_ISSUES', issue) ? editableFields() : {} };
}

/** GET /rest/api/3/issue/{issueIdOrKey} */
export const getIssue: Operation = (call) => {
  const { fields, expand } = query.parse(call.query);
  const issue = call.viewer.getIssue(call.path['issueIdOrKey'] ?? '');
  const expanded: Record<string, unknown> = {};
  const selected = selectFields(issueFields(issue, call), fields);
  if (expand.includes('editmeta')) expanded['editmeta'] = editmetaOf(call, { issue });
  if (expand.includes('changelog'))
    expanded['changelog'] = changelogBean(issue.id, call.site.history(issue.id), call.site);
  if (expand.includes('names'))
    expanded['names'] = Object.fromEntries(Object.keys(selected).map((name) => [name, name]));
  const body = {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: self(`issue/${issue.id}`),
    key: issue.key,
    fields: selected,
    ...expanded,
  };
  return answer(body, { coreObjects: 1 });
};

/** GET /rest/api/3/issue/{issueIdOrKey}/editmeta */
export const getEditIssueMeta: Operation = (call) => {
  const issue = call.viewer.getIssue(call.path['issueIdOrKey'] ?? '');
  return answer(editmetaOf(call, { issue }), { coreObjects: 1 });
};

/** GET /rest/api/3/issueLinkType */
export const getIssueLinkTypes: Operation = ({ site, viewer }) => {
  if (!viewer.isApp && !site.projects().some(({ id }) => viewer.may('BROWSE_PROJECTS', { projectId: id }))) {
    throw new JiraRefusal(404, 'Issue linking is disabled or you do not have permission to see it.');
  }
  const issueLinkTypes = site.linkTypes().map((type) => ({ ...type, self: self(`issueLinkType/${type.id}`) }));
  return answer({ issueLinkTypes }, { coreObjects: issueLinkTypes.length });
};
