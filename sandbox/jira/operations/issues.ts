import { z } from 'zod';
import { answer, JiraRefusal } from '../answer';
import { changelogBean } from '../beans/changelog';
import { self } from '../beans/common';
import { wantedFields } from '../fieldSelection';
import { editableFields, issueFields, stubBean } from '../beans/issues';
import { commaList, type JiraCall, type Operation } from '../operation';

/** As many changelog entries come with one issue. */
const WITH_ISSUE = 100;

const query = z.object({ fields: commaList, expand: commaList });

function editmetaOf({ viewer }: JiraCall, issue: Parameters<JiraCall['viewer']['may']>[1]) {
  return { fields: viewer.may('EDIT_ISSUES', issue) ? editableFields() : {} };
}

/** GET /rest/api/3/issue/{issueIdOrKey} */
export const getIssue: Operation = (call) => {
  const { fields, expand } = query.parse(call.query);
  const issue = call.viewer.getIssue(call.path['issueIdOrKey'] ?? '');
  const expanded: Record<string, unknown> = {};
  const selected = issueFields(issue, call, wantedFields(fields, '*all'));
  if (expand.includes('editmeta')) expanded['editmeta'] = editmetaOf(call, { issue });
  if (expand.includes('changelog')) expanded['changelog'] = changelogBean(issue.id, call.site, WITH_ISSUE);
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

/** GET /rest/api/3/issueLink/{linkId}: for those who see both ends. */
export const getIssueLink: Operation = ({ site, viewer, path }) => {
  const id = path['linkId'] ?? '';
  const link = site.findLink(id);
  const seen = link && viewer.findIssue(link.source.id) && viewer.findIssue(link.destination.id);
  if (!seen) throw new JiraRefusal(404, `No issue link with id '${id}' exists.`);
  const { type, source, destination } = link;
  const body = {
    id,
    self: self(`issueLink/${id}`),
    type: { ...type, self: self(`issueLinkType/${type.id}`) },
    inwardIssue: stubBean(source),
    outwardIssue: stubBean(destination),
  };
  return answer(body, { coreObjects: 1 });
};
