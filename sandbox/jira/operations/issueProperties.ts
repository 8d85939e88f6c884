import type { Issue } from '../../api';
import { answer, JiraRefusal } from '../answer';
import { self } from '../beans/common';
import type { JiraCall, Operation } from '../operation';

const LONGEST_KEY = 255;
/** Characters of JSON. */
const LARGEST_VALUE = 32_768;

function issueToRead({ viewer, path }: JiraCall): Issue {
  return viewer.getIssue(path['issueIdOrKey'] ?? '');
}

/** Nobody edits what is archived, apps included. */
function mayEdit({ site, viewer }: JiraCall, issue: Issue): boolean {
  const isArchived = typeof issue.archivedAt === 'string' || site.findProject(issue.projectId)?.archived === true;
  return !isArchived && viewer.may('EDIT_ISSUES', { issue });
}

function keyOf({ path }: JiraCall): string {
  const key = path['propertyKey'] ?? '';
  if (key.length > LONGEST_KEY) throw new JiraRefusal(400, `A property key has at most ${LONGEST_KEY} characters.`);
  return key;
}

function noSuchProperty(key: string): JiraRefusal {
  return new JiraRefusal(404, `The property with key ${key} does not exist.`);
}

/** GET /rest/api/3/issue/{issueIdOrKey}/properties */
export const getIssuePropertyKeys: Operation = (call) => {
  const issue = issueToRead(call);
  const keys = call.site.properties.keys(issue.id);
  return answer({ keys: keys.map((key) => ({ key, self: self(`issue/${issue.id}/properties/${key}`) })) });
};

/** GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey} */
export const getIssueProperty: Operation = (call) => {
  const key = keyOf(call);
  const value = call.site.properties.find(issueToRead(call).id, key);
  if (value === undefined) throw noSuchProperty(key);
  return answer({ key, value }, { coreObjects: 1 });
};

/** PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}: moves `updated` of nothing and tells nobody. */
export const setIssueProperty: Operation = (call) => {
  const issue = issueToRead(call);
  const key = keyOf(call);
  if (!mayEdit(call, issue)) throw new JiraRefusal(403, 'You do not have permission to edit this issue.');
  const text = JSON.stringify(call.body) as string | undefined;
  if (text === undefined) throw new JiraRefusal(400, 'The value is missing.');
  if (text.length > LARGEST_VALUE) throw new JiraRefusal(400, `A value has at most ${LARGEST_VALUE} characters.`);
  const written = call.site.properties.write(issue.id, key, call.body);
  return answer(undefined, { status: written === 'created' ? 201 : 200 });
};

/** DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey} */
export const deleteIssueProperty: Operation = (call) => {
  const issue = issueToRead(call);
  const key = keyOf(call);
  if (!mayEdit(call, issue) || call.site.properties.find(issue.id, key) === undefined) throw noSuchProperty(key);
  call.site.properties.remove(issue.id, key);
  return answer(null, { status: 204 });
};
