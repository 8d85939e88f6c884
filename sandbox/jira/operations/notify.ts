import { z } from 'zod';
import type { Person } from '../../api';
import { isProjectPermission } from '../../site/permissions';
import { answer, JiraRefusal } from '../answer';
import type { JiraCall, Operation } from '../operation';
import { Viewer } from '../viewer';

/** Kinds of recipients that the site cannot tell: it has no groups, voters or watchers. */
const notModelled = z.union([z.literal(false), z.array(z.unknown()).max(0)]).optional();
const bodyShape = z.object({
  subject: z.string().optional(),
  textBody: z.string().default(''),
  htmlBody: z.string().default(''),
  to: z.object({
    users: z.array(z.object({ accountId: z.string() })).default([]),
    assignee: z.boolean().default(false),
    reporter: z.boolean().default(false),
    voters: notModelled,
    watchers: notModelled,
    groups: notModelled,
    groupIds: notModelled,
  }),
  restrict: z
    .object({
      permissions: z.array(z.object({ key: z.string() })).default([]),
      groups: notModelled,
      groupIds: notModelled,
    })
    .default({ permissions: [] }),
});

function recipients({ site, body, viewer, path }: JiraCall): ReadonlyMap<string, Person> {
  const issue = viewer.getIssue(path['issueIdOrKey'] ?? '');
  const { to } = bodyShape.parse(body);
  const fields = [to.assignee ? issue.assignee : [], to.reporter ? issue.reporter : []].flat();
  const people = [...to.users.map(({ accountId }) => accountId), ...fields].map((accountId) => {
    const person = accountId === null ? null : site.findPerson(accountId);
    if (person === null) throw new JiraRefusal(400, 'The recipient is invalid.');
    if (person.accountId === viewer.accountId) throw new JiraRefusal(400, 'The recipient is the calling user.');
    return person;
  });
  if (people.length === 0) throw new JiraRefusal(400, 'No recipients were defined for notification.');
  return new Map(people.map((person) => [person.accountId, person]));
}

/**
 * POST /rest/api/3/issue/{issueIdOrKey}/notify: mail to those of the recipients who are active, may see the issue and hold
 * the permissions that the message is restricted to. Whom it did not reach, the caller does not learn.
 */
export const notify: Operation = (call) => {
  const { site, viewer, path, body, now } = call;
  const issue = viewer.getIssue(path['issueIdOrKey'] ?? '');
  const { subject, textBody, htmlBody, restrict } = bodyShape.parse(body);
  const permissions = restrict.permissions.map(({ key }) => (key === 'BROWSE' ? 'BROWSE_PROJECTS' : key));
  for (const person of recipients(call).values()) {
    const reader = new Viewer(site, person.accountId);
    const mayRead = ['BROWSE_PROJECTS', ...permissions].every(
      (permission) => isProjectPermission(permission) && reader.may(permission, { issue }),
    );
    if (!person.active || !mayRead) continue;
    site.notifications.add({
      at: now,
      accountId: person.accountId,
      issueKey: issue.key,
      subject: subject ?? `${issue.key} ${issue.summary}`,
      textBody,
      htmlBody,
    });
  }
  return answer(null, { status: 204 });
};
