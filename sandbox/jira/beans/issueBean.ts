import type { Issue } from '../../api';
import { NotModelled } from '../answer';
import { wantedFields } from '../fieldSelection';
import type { JiraCall } from '../operation';
import { changelogBean } from './changelog';
import { self } from './common';
import { issueFields } from './issues';

/** As many changelog entries come with each issue of a list. */
const IN_LIST = 40;
const MODELLED = new Set(['changelog', 'names']);

export interface BeanRequest {
  readonly fields: readonly string[];
  readonly expand: readonly string[];
}

/** An issue in a list: of a search or a bulk request. */
export function issueBean(call: JiraCall, issue: Issue, { fields, expand }: BeanRequest) {
  const unknown = expand.find((name) => !MODELLED.has(name));
  if (unknown !== undefined) throw new NotModelled(`expand=${unknown} in a list of issues`);
  return {
    expand: 'operations,versionedRepresentations,editmeta,changelog,renderedFields',
    id: issue.id,
    self: self(`issue/${issue.id}`),
    key: issue.key,
    fields: issueFields(issue, call, wantedFields(fields, '*all')),
    ...(expand.includes('changelog') ? { changelog: changelogBean(issue.id, call.site, IN_LIST) } : {}),
  };
}
