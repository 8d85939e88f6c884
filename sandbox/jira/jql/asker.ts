import type { Issue, SiteStore, Version } from '../../api';
import { idOfName } from '../../names';
import type { Viewer } from '../viewer';
import type { Moment } from './moments';
import { NotModelled } from '../answer';
import { wrong } from './refusal';
import type { GivenValue } from './values';

/** For whom and when a query is asked: what it names has to be there for them. */
export interface Asker extends Moment {
  readonly site: SiteStore;
  readonly viewer: Viewer;
}

type Resolve = (asker: Asker, text: string, field: string) => string;

function missing(text: string, field: string): Error {
  return wrong(`The value '${text}' does not exist for the field '${field}'.`);
}

export const projectId: Resolve = ({ site, viewer }, text, field) => {
  const wanted = text.toLowerCase();
  const found = site
    .projects()
    .find(({ id, key, name }) => id === text || key.toLowerCase() === wanted || name.toLowerCase() === wanted);
  if (!found || !viewer.may('BROWSE_PROJECTS', { projectId: found.id })) throw missing(text, field);
  return found.id;
};

function visibleIssue({ viewer }: Asker, text: string, field: string): Issue {
  const issue = viewer.findIssue(text);
  if (!issue) throw wrong(`An issue with key '${text}' does not exist for field '${field}'.`);
  return issue;
}

export const issueId: Resolve = (asker, text, field) => visibleIssue(asker, text, field).id;
export const issueKey: Resolve = (asker, text, field) => visibleIssue(asker, text, field).key;

export const statusName: Resolve = ({ site }, text, field) => {
  const wanted = text.toLowerCase();
  const found = site.statuses().find(({ name }) => name.toLowerCase() === wanted || idOfName('status', name) === text);
  if (!found) throw missing(text, field);
  return found.name;
};

const CATEGORIES: Readonly<Record<string, string>> = {
  new: 'new',
  'to do': 'new',
  '2': 'new',
  indeterminate: 'indeterminate',
  'in progress': 'indeterminate',
  '4': 'indeterminate',
  done: 'done',
  '3': 'done',
};

export const categoryKey: Resolve = (_asker, text, field) => {
  const wanted = text.toLowerCase();
  const found = Object.hasOwn(CATEGORIES, wanted) ? CATEGORIES[wanted] : undefined;
  if (found === undefined) throw missing(text, field);
  return found;
};

/** For a column of which only the names in use are known. */
export const usedName =
  (column: string): Resolve =>
  ({ site }, text, field) => {
    const where = { text: `lower(${column}) = ?`, values: [text.toLowerCase()] };
    const order = [{ expression: 'serial', descending: false }];
    if (site.search({ where, order, after: null, limit: 1 }).length === 0) throw missing(text, field);
    return text.toLowerCase();
  };

export const versionIds = ({ site, viewer }: Asker, text: string, field: string): readonly string[] => {
  const matches = ({ id, name }: Version) => id === text || name.toLowerCase() === text.toLowerCase();
  const visible = site.projects().filter(({ id }) => viewer.may('BROWSE_PROJECTS', { projectId: id }));
  const found = visible.flatMap(({ id }) => site.versions(id)).filter(matches);
  if (found.length === 0) throw missing(text, field);
  return found.map(({ id }) => id);
};

export function personId({ viewer }: Asker, { text, call }: GivenValue): string {
  if (call === null) return text;
  if (text !== 'currentuser') throw new NotModelled(`the JQL function ${text}()`);
  return viewer.accountId ?? '';
}
