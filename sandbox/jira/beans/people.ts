import type { Person, SiteStore } from '../../api';
import { self } from './common';

const SIZES = ['16x16', '24x24', '32x32', '48x48'] as const;

/** A user as Jira shows one to an app: no e-mail address. */
export function userBean(person: Person) {
  return {
    self: self(`user?accountId=${encodeURIComponent(person.accountId)}`),
    accountId: person.accountId,
    accountType: 'atlassian',
    displayName: person.name,
    active: person.active,
    timeZone: person.timeZone,
    avatarUrls: Object.fromEntries(
      SIZES.map((size) => [size, self(`avatar/${encodeURIComponent(person.accountId)}/${size}`)]),
    ),
  };
}

export function userReference(site: SiteStore, accountId: string | null) {
  const person = accountId === null ? null : site.findPerson(accountId);
  return person && userBean(person);
}
