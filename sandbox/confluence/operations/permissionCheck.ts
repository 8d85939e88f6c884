import { z } from 'zod';
import { answer, LegacyRefusal } from '../answer';
import type { Operation } from '../operation';
import { Reader } from '../reader';

const checkBody = z.object({
  subject: z.object({ type: z.enum(['user', 'group']), identifier: z.string() }),
  operation: z.enum(['read', 'update', 'delete']),
});
const ANONYMOUS = 'unidentified';

/** POST /wiki/rest/api/content/{id}/permission/check: of oneself, or of anybody for administrators and the app. */
export const checkContentPermission: Operation = ({ site, viewer, path, body }) => {
  const { subject, operation } = checkBody.parse(body);
  if (subject.type === 'group') throw new LegacyRefusal(400, 'The sandbox has no groups.');
  if (subject.identifier !== viewer.accountId && !viewer.isSiteAdmin) {
    throw new LegacyRefusal(403, 'Only administrators may check the permissions of others.');
  }
  const page = site.wiki.findPage(path['id'] ?? '');
  if (!page) throw new LegacyRefusal(404, 'No content with the given id.');
  const asked = new Reader(site, subject.identifier);
  const isKnown = subject.identifier !== ANONYMOUS && site.findPerson(subject.identifier) !== null;
  const holds = { read: asked.mayRead(page), update: asked.mayEdit(page), delete: asked.mayDelete(page) };
  const hasPermission = isKnown && holds[operation];
  const errors = hasPermission ? [] : [{ translation: 'User does not have permission to the content', args: [] }];
  return answer({ hasPermission, errors, _links: {} }, { identityObjects: hasPermission ? 1 : 0 });
};
