import { z } from 'zod';
import { day, issueKey, moment } from './imported';

const named = z.looseObject({ name: z.string().min(1) });
const seconds = z.number().min(0).nullish();
/** Jira Cloud names people by account id, Jira Server by name or key. */
const user = z
  .looseObject({
    accountId: z.string().optional(),
    key: z.string().optional(),
    name: z.string().optional(),
    displayName: z.string().optional(),
  })
  .nullish();

const linkType = z.looseObject({ name: z.string().min(1), inward: z.string(), outward: z.string() });
const linkEnd = z.looseObject({ key: issueKey }).optional();

const fields = z.looseObject({
  summary: z.string().min(1),
  description: z.union([z.string(), z.looseObject({ type: z.literal('doc') })]).nullish(),
  issuetype: z.looseObject({ name: z.string().min(1), subtask: z.boolean().default(false) }),
  status: z.looseObject({ name: z.string().min(1), statusCategory: z.looseObject({ key: z.string() }).optional() }),
  priority: named.nullish(),
  resolution: named.nullish(),
  project: z.looseObject({ name: z.string().optional() }).optional(),
  labels: z.array(z.string()).default([]),
  components: z.array(named).default([]),
  fixVersions: z
    .array(z.looseObject({ name: z.string().min(1), released: z.boolean().nullish(), releaseDate: day.nullish() }))
    .default([]),
  parent: z.looseObject({ key: issueKey }).nullish(),
  reporter: user,
  assignee: user,
  created: moment,
  updated: moment,
  resolutiondate: moment.nullish(),
  duedate: day.nullish(),
  timeoriginalestimate: seconds,
  timeestimate: seconds,
  timespent: seconds,
  security: z.unknown().optional(),
  comment: z.looseObject({ total: z.number().int().min(0).optional() }).nullish(),
  issuelinks: z.array(z.looseObject({ type: linkType, inwardIssue: linkEnd, outwardIssue: linkEnd })).default([]),
});

const history = z.looseObject({
  author: user,
  created: moment,
  // `toString` is inherited where a file lacks it: only a string of its own counts.
  items: z.array(z.looseObject({ field: z.string(), fromString: z.unknown(), toString: z.unknown() })),
});

/** An issue as Jira's search returns it with all fields and `expand=changelog`. */
export const jiraIssue = z.looseObject({
  key: issueKey,
  fields,
  changelog: z.looseObject({ histories: z.array(history).default([]) }).optional(),
});

export type JiraIssue = z.output<typeof jiraIssue>;
export type JiraUser = z.output<typeof user>;
