import { z } from 'zod';

const share = z.number().min(0).max(1);
const plan = {
  seed: z.int(),
  double: share.exactOptional(),
  delay: z.number().min(0).exactOptional(),
  shuffle: z.boolean().exactOptional(),
  parallel: z.int().min(1).exactOptional(),
};
const deliver = z.strictObject({ deliver: z.enum(['due', 'all']) });

/** Either deliver, or plan what shall go wrong with deliveries; `DeliveryPlan` says what the fields mean. */
export const eventsRequest = z.union([
  deliver,
  z.strictObject({ plan: z.strictObject({ ...plan, drop: share.exactOptional() }).nullable() }),
]);
export const queueRequest = z.union([deliver, z.strictObject({ plan: z.strictObject(plan).nullable() })]);

export const quotaRequest = z.strictObject({
  product: z.enum(['jira', 'confluence']).default('jira'),
  pointsPerHour: z.int().min(0).exactOptional(),
  requestsPerSecond: z.int().min(0).nullable().exactOptional(),
  used: z.int().min(0).exactOptional(),
});

export const sqlRatesRequest = z.strictObject({
  changesPerSecond: z.int().min(0).nullable().exactOptional(),
  definitionsPerMinute: z.int().min(0).nullable().exactOptional(),
});

export const growRequest = z.strictObject({
  issues: z.int().min(1).max(200_000),
  seed: z.int(),
  key: z
    .string()
    .regex(/^[A-Z][A-Z0-9]+$/u)
    .exactOptional(),
});

const text = z.string().nullable().exactOptional();
const seconds = z.number().min(0).nullable().exactOptional();
const texts = z.array(z.string()).exactOptional();
const by = z.string().exactOptional();
const issueFields = {
  type: z.string().exactOptional(),
  subtask: z.boolean().exactOptional(),
  description: text,
  status: z.string().exactOptional(),
  statusCategory: z.enum(['new', 'indeterminate', 'done']).exactOptional(),
  priority: text,
  labels: texts,
  components: texts,
  fixVersions: texts,
  parentKey: text,
  assignee: text,
  dueDate: text,
  originalEstimateSeconds: seconds,
  remainingEstimateSeconds: seconds,
  timeSpentSeconds: seconds,
  restricted: z.boolean().exactOptional(),
};
const versionFields = { released: z.boolean().exactOptional(), releaseDate: text };
const ofIssue = <Action extends string>(action: Action) =>
  z.strictObject({ action: z.literal(action), issue: z.string(), by });
const ofProject = <Action extends string>(action: Action) =>
  z.strictObject({ action: z.literal(action), project: z.string() });

/** What a user of the site does; `SiteChanges` says what it means. */
export const siteRequest = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('createIssue'), project: z.string(), summary: z.string(), by, ...issueFields }),
  ofIssue('updateIssue').extend({
    changes: z.strictObject({ summary: z.string().exactOptional(), ...issueFields }),
  }),
  ofIssue('moveIssue').extend({ project: z.string() }),
  ofIssue('archiveIssue'),
  ofIssue('unarchiveIssue'),
  ofIssue('deleteIssue'),
  z.strictObject({
    action: z.literal('addLink'),
    type: z.string(),
    outward: z.string().exactOptional(),
    inward: z.string().exactOptional(),
    from: z.string(),
    to: z.string(),
    by,
  }),
  z.strictObject({ action: z.literal('removeLink'), id: z.string(), by }),
  z.strictObject({ action: z.literal('createVersion'), project: z.string(), name: z.string(), by, ...versionFields }),
  z.strictObject({
    action: z.literal('updateVersion'),
    id: z.string(),
    changes: z.strictObject({ name: z.string().exactOptional(), ...versionFields }),
    by,
  }),
  z.strictObject({ action: z.literal('deleteVersion'), id: z.string(), by }),
  z.strictObject({ action: z.literal('createProject'), key: z.string(), name: z.string() }),
  ofProject('deleteProject').extend({ permanently: z.boolean().exactOptional() }),
  ofProject('restoreProject'),
  ofProject('archiveProject'),
  ofProject('unarchiveProject'),
]);
export type SiteRequest = z.output<typeof siteRequest>;
