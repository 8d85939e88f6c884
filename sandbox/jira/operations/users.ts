import { z } from 'zod';
import type { Person } from '../../api';
import { answer, JiraRefusal } from '../answer';
import { pageOf } from '../beans/common';
import { userBean } from '../beans/people';
import { paging, repeated, type Operation } from '../operation';

/** A user as asked for by id: with the language, as far as they let others know. */
function profileBean(person: Person) {
  const { timeZone, ...bean } = userBean(person);
  return person.hidesProfile === true ? bean : { ...bean, timeZone, locale: person.locale.replace('-', '_') };
}

const bulkQuery = z.object({ accountId: repeated, ...paging(10, 200) });

/** GET /rest/api/3/myself */
export const getCurrentUser: Operation = ({ site, viewer }) => {
  const person = viewer.accountId === null ? null : site.findPerson(viewer.accountId);
  if (!person) throw new JiraRefusal(401, 'Client must be authenticated to access this resource.');
  return answer({ ...userBean(person), locale: person.locale.replace('-', '_') }, { identityObjects: 1 });
};

/** GET /rest/api/3/user */
export const getUser: Operation = ({ site, query }) => {
  const accountId = z.string().optional().parse(query['accountId']);
  if (accountId === undefined) throw new JiraRefusal(400, "The 'accountId' query parameter is required.");
  const person = site.findPerson(accountId);
  if (!person) throw new JiraRefusal(404, 'Specified user does not exist or you do not have required permissions.');
  return answer(profileBean(person), { identityObjects: 1 });
};

const searchQuery = z.object({ query: z.string().default(''), ...paging(50, 1_000) });

/** GET /rest/api/3/user/search: active people whose name has a word that begins with what is asked for. */
export const findUsers: Operation = ({ site, query }) => {
  const { query: typed, startAt, maxResults } = searchQuery.parse(query);
  const wanted = typed.trim().toLowerCase();
  const begins = (name: string) => ` ${name.toLowerCase()}`.includes(` ${wanted}`);
  const found = site.people().filter(({ active, name }) => active && begins(name));
  const page = found.slice(startAt, startAt + maxResults).map(userBean);
  return answer(page, { identityObjects: page.length });
};

/** GET /rest/api/3/user/bulk: unknown accounts are left out. */
export const bulkGetUsers: Operation = ({ site, query }) => {
  const { accountId, startAt, maxResults } = bulkQuery.parse(query);
  if (accountId.length === 0) throw new JiraRefusal(400, "The 'accountId' query parameter is required.");
  const people = [...new Set(accountId)].flatMap((id) => site.findPerson(id) ?? []);
  const page = pageOf(people.map(profileBean), startAt, maxResults);
  return answer(page, { identityObjects: page.values.length });
};
