import { z } from 'zod';
import type { IssueWithChanges } from '../../application/mirror/ports';
import { STATUS_CATEGORIES } from '../../domain/mirror/issue';
import type { MirroredIssue, MirroredLink, MirroredLinkType, MirroredVersion } from '../../domain/mirror/issue';

/** `2026-03-02T08:30:00.000+0000` */
const time = z.string().transform((value, context) => {
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) context.addIssue('not a time');
  return instant;
});
const withId = z.object({ id: z.string() });
const named = z.object({ name: z.string() });

export const statusShape = z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) });

/** Jira has a fourth category for statuses without one, `undefined`; it counts as work not begun. */
export function categoryOf(key: string) {
  return STATUS_CATEGORIES.find((category) => category === key) ?? 'new';
}

const linkShape = z.object({
  id: z.string(),
  type: z.object({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() }),
  inwardIssue: withId.optional(),
  outwardIssue: withId.optional(),
});
type LinkBean = z.output<typeof linkShape>;

/** The fields that the mirror asks for, and no others. */
export const MIRRORED_FIELDS = [
  'project',
  'issuetype',
  'status',
  'priority',
  'parent',
  'summary',
  'created',
  'updated',
  'resolutiondate',
  'duedate',
  'timeoriginalestimate',
  'timeestimate',
  'timespent',
  'fixVersions',
  'components',
  'issuelinks',
  'archiveddate',
] as const;

const seconds = z.number().nullish();
export const issueShape = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    project: withId,
    issuetype: named,
    status: named.extend({ statusCategory: z.object({ key: z.string() }) }),
    priority: named.nullish(),
    parent: withId.nullish(),
    summary: z.string(),
    created: time,
    updated: time,
    resolutiondate: time.nullish(),
    duedate: z.string().nullish(),
    timeoriginalestimate: seconds,
    timeestimate: seconds,
    timespent: seconds,
    fixVersions: z.array(withId).nullish(),
    components: z.array(withId.extend(named.shape)).nullish(),
    issuelinks: z.array(linkShape).nullish(),
    archiveddate: z.string().nullish(),
  }),
});

function linkOf(issueId: string, { id, type, inwardIssue, outwardIssue }: LinkBean): MirroredLink[] {
  if (outwardIssue) return [{ id, typeId: type.id, sourceId: issueId, destinationId: outwardIssue.id }];
  return inwardIssue ? [{ id, typeId: type.id, sourceId: inwardIssue.id, destinationId: issueId }] : [];
}

function typeOf({ type: { id, name, outward, inward } }: LinkBean): MirroredLinkType {
  return { id, name, outward, inward };
}

/** An issue as Jira gives it, as the mirror keeps it. */
export function toMirrored({ id, key, fields }: z.output<typeof issueShape>): MirroredIssue {
  const links = fields.issuelinks ?? [];
  return {
    id,
    key,
    projectId: fields.project.id,
    type: fields.issuetype.name,
    status: fields.status.name,
    statusCategory: categoryOf(fields.status.statusCategory.key),
    priority: fields.priority?.name ?? null,
    parentId: fields.parent?.id ?? null,
    summary: fields.summary,
    created: fields.created,
    updated: fields.updated,
    resolved: fields.resolutiondate ?? null,
    due: fields.duedate ?? null,
    originalSeconds: fields.timeoriginalestimate ?? null,
    remainingSeconds: fields.timeestimate ?? null,
    spentSeconds: fields.timespent ?? null,
    versionIds: (fields.fixVersions ?? []).map((version) => version.id).toSorted(),
    components: fields.components ?? [],
    archived: (fields.archiveddate ?? null) !== null,
    links: links.flatMap((link) => linkOf(id, link)),
    linkTypes: links.map(typeOf),
  };
}

export const versionShape = z
  .object({
    id: z.string(),
    name: z.string(),
    released: z.boolean().optional(),
    archived: z.boolean().optional(),
    releaseDate: z.string().optional(),
  })
  .transform(({ id, name, released, archived, releaseDate }): MirroredVersion => ({
    id,
    name,
    released: released ?? false,
    archived: archived ?? false,
    releaseDate: releaseDate ?? null,
  }));

const changeShape = z.object({
  id: z.string(),
  /** Milliseconds here, where the changelog of one issue has a text. */
  created: z.union([z.number(), time]),
  items: z.array(z.object({ fieldId: z.string().optional(), from: z.string().nullish(), to: z.string().nullish() })),
});

export const changelogShape = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(changeShape) })),
  nextPageToken: z.string().nullish(),
});

/** An issue with what Jira gives along of its changelog: the newest, and how many there are. */
export const issueWithChangesShape = issueShape.extend({
  changelog: z.object({ total: z.number(), histories: z.array(changeShape) }).optional(),
});

/** The issue with the changes of its status, or without if there are more changes than came along. */
export function withChanges({ changelog, ...issue }: z.output<typeof issueWithChangesShape>): IssueWithChanges {
  const whole = changelog !== undefined && changelog.histories.length >= changelog.total;
  return { issue: toMirrored(issue), changes: whole ? statusChangesOf(changelog.histories.toReversed()) : null };
}

/** The changes of status among an issue's changes. */
export function statusChangesOf(histories: readonly z.output<typeof changeShape>[]) {
  return histories.flatMap(({ id, created, items }) =>
    items.flatMap(({ fieldId, from, to }) =>
      fieldId === 'status' && typeof from === 'string' && typeof to === 'string'
        ? [{ changeId: id, at: created, from, to }]
        : [],
    ),
  );
}
