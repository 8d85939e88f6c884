import { z } from 'zod';
import { day, issueKey, linkFrom, moment, personInData, type ImportedIssue } from './imported';

const text = z.string().nullish().default(null);
const seconds = z.number().min(0).nullish().default(null);

const compactIssue = z.object({
  key: issueKey,
  type: z.string().min(1),
  subtask: z.boolean().default(false),
  summary: z.string().min(1),
  description: text,
  status: z.string().min(1),
  statusCategory: z.enum(['new', 'indeterminate', 'done']).nullish(),
  priority: text,
  resolution: text,
  labels: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  fixVersions: z
    .array(z.object({ name: z.string().min(1), released: z.boolean().nullish(), releaseDate: day.nullish() }))
    .default([]),
  parent: issueKey.nullish().default(null),
  reporter: text,
  assignee: text,
  created: moment,
  updated: moment,
  resolutiondate: moment.nullish().default(null),
  duedate: day.nullish().default(null),
  originalEstimateSeconds: seconds,
  remainingEstimateSeconds: seconds,
  timeSpentSeconds: seconds,
  comments: z.number().int().min(0).default(0),
  links: z
    .array(
      z.object({
        type: z.string().min(1),
        outward: z.string(),
        inward: z.string(),
        direction: z.enum(['outward', 'inward']),
        key: issueKey,
      }),
    )
    .default([]),
  history: z.array(z.object({ at: moment, by: text, field: z.string(), from: text, to: text })).default([]),
});

/** An issue in the compact form: flat, with links as seen from it and every change of a field apart. */
export const compactForm = compactIssue.transform((given): ImportedIssue => {
  const { links, fixVersions, parent, duedate, resolutiondate, statusCategory, ...issue } = given;
  const accounts = [issue.reporter, issue.assignee, ...issue.history.map(({ by }) => by)];
  return {
    issue: {
      ...issue,
      statusCategory: statusCategory ?? 'new',
      fixVersions: fixVersions.map(({ name }) => name),
      parentKey: parent,
      dueDate: duedate,
      resolved: resolutiondate,
      restricted: false,
      history: issue.history.toSorted((one, other) => one.at.localeCompare(other.at)),
    },
    projectName: null,
    people: accounts.flatMap((account) => (account === null ? [] : personInData(account, account))),
    versions: fixVersions.map(({ name, released, releaseDate }) => ({
      name,
      released: released ?? false,
      releaseDate: releaseDate ?? null,
    })),
    links: links.map(({ key, ...link }) => linkFrom(issue.key, { ...link, otherKey: key })),
  };
});
