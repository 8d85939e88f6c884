import { z } from 'zod';
import type { Hint } from '../../application/mirror/noteEvent';

const id = z.union([z.string(), z.number()]).transform(String);
const issueEvent = z.object({
  issue: z.object({ id, fields: z.object({ project: z.object({ id }).optional() }).optional() }),
});
const linkEvent = z.object({ sourceIssueId: id, destinationIssueId: id });
const versionEvent = z.object({ version: z.object({ projectId: id }) });
const projectEvent = z.object({ project: z.object({ id }) });
const RESTORING = new Set(['restored', 'unarchived']);
const anyEvent = z.object({ eventType: z.string() });

/** The project that Jira has deleted for good; null for any other event. One in the bin may come back. */
export function deletedProject(event: unknown): string | null {
  if (anyEvent.safeParse(event).data?.eventType !== 'avi:jira:deleted:project') return null;
  return projectEvent.parse(event).project.id;
}

/**
 * What an event of Jira is about; null when it is none that the mirror knows.
 *
 * @see https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
export function hintOf(event: unknown): Hint | null {
  const [, , what = '', subject] = anyEvent.safeParse(event).data?.eventType.split(':') ?? [];
  switch (subject) {
    case 'issue': {
      const { issue } = issueEvent.parse(event);
      return { about: 'issue', issueId: issue.id, projectId: issue.fields?.project?.id ?? null };
    }
    case 'issuelink': {
      const { sourceIssueId, destinationIssueId } = linkEvent.parse(event);
      return { about: 'link', issueIds: [sourceIssueId, destinationIssueId] };
    }
    case 'version':
      return { about: 'project', projectId: versionEvent.parse(event).version.projectId, restored: false };
    case 'project':
      return { about: 'project', projectId: projectEvent.parse(event).project.id, restored: RESTORING.has(what) };
    default:
      return null;
  }
}
