import type { Change, LinkData, Person, StatusCategory } from '../api';
import { textOfAdf } from './adfText';
import { linkFrom, personInData, type ImportedIssue } from './imported';
import { jiraIssue, type JiraIssue, type JiraUser } from './jiraSchema';

/** Texts whose former versions are nobody's business here: that they changed is enough. */
const WITHOUT_VALUES = new Set(['description', 'summary', 'assignee', 'reporter', 'Comment']);

function accountOf(user: JiraUser): string | null {
  return user?.accountId ?? user?.name ?? user?.key ?? null;
}

function personOf(user: JiraUser): readonly Person[] {
  const account = accountOf(user);
  return account === null ? [] : [personInData(account, user?.displayName ?? account)];
}

function ownString(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function historyOf({ changelog }: JiraIssue): readonly Change[] {
  const changes = (changelog?.histories ?? []).flatMap(({ author, created, items }) =>
    items.map(({ field, fromString, toString }) => {
      const [from, to] = WITHOUT_VALUES.has(field) ? [null, null] : [ownString(fromString), ownString(toString)];
      return { at: created, by: accountOf(author), field, from, to };
    }),
  );
  return changes.sort((one, other) => one.at.localeCompare(other.at));
}

function linksOf({ key, fields }: JiraIssue): readonly LinkData[] {
  return fields.issuelinks.flatMap(({ type, inwardIssue, outwardIssue }) => {
    const direction = outwardIssue ? 'outward' : 'inward';
    const otherKey = (outwardIssue ?? inwardIssue)?.key;
    const { name, outward, inward } = type;
    return otherKey === undefined ? [] : [linkFrom(key, { type: name, outward, inward, direction, otherKey })];
  });
}

function categoryOf({ status }: JiraIssue['fields']): StatusCategory {
  const key = status.statusCategory?.key;
  return key === 'done' || key === 'indeterminate' ? key : 'new';
}

function textOf(description: JiraIssue['fields']['description']): string | null {
  if (description === null || description === undefined) return null;
  return typeof description === 'string' ? description : textOfAdf(description);
}

function effortOf({ timeoriginalestimate, timeestimate, timespent }: JiraIssue['fields']) {
  return {
    originalEstimateSeconds: timeoriginalestimate ?? null,
    remainingEstimateSeconds: timeestimate ?? null,
    timeSpentSeconds: timespent ?? null,
  };
}

function datesOf({ created, updated, resolutiondate, duedate }: JiraIssue['fields']) {
  return { created, updated, resolved: resolutiondate ?? null, dueDate: duedate ?? null };
}

/** An issue as Jira's own search returns it. */
export const jiraForm = jiraIssue.transform((given): ImportedIssue => {
  const { key, fields, changelog } = given;
  const authors = (changelog?.histories ?? []).map(({ author }) => author);
  return {
    issue: {
      key,
      type: fields.issuetype.name,
      subtask: fields.issuetype.subtask,
      summary: fields.summary,
      description: textOf(fields.description),
      status: fields.status.name,
      statusCategory: categoryOf(fields),
      priority: fields.priority?.name ?? null,
      resolution: fields.resolution?.name ?? null,
      labels: fields.labels,
      components: fields.components.map(({ name }) => name),
      fixVersions: fields.fixVersions.map(({ name }) => name),
      parentKey: fields.parent?.key ?? null,
      reporter: accountOf(fields.reporter),
      assignee: accountOf(fields.assignee),
      ...datesOf(fields),
      ...effortOf(fields),
      restricted: fields.security !== null && fields.security !== undefined,
      comments: fields.comment?.total ?? 0,
      history: historyOf(given),
    },
    projectName: fields.project?.name ?? null,
    people: [fields.reporter, fields.assignee, ...authors].flatMap(personOf),
    versions: fields.fixVersions.map(({ name, released, releaseDate }) => ({
      name,
      released: released ?? false,
      releaseDate: releaseDate ?? null,
    })),
    links: linksOf(given),
  };
});
