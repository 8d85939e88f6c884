import type { ContactPage } from '../contract/feedback';
import { CONTACT_PAGE_SIZE } from '../contract/limits';
import { requireEditable } from './authorize';
import type { Outside, Viewer } from './ports';

/**
 * Contacts and clients of the issue's project whose names match what was typed so far.
 *
 * @throws Refusal unless the viewer may edit the issue: names of clients' people are for those who record feedback
 */
export async function searchContacts(
  outside: Outside,
  _viewer: Viewer,
  { issueId, query }: { readonly issueId: string; readonly query: string },
): Promise<ContactPage> {
  const { projectId } = await requireEditable(outside.access, issueId);
  const wanted = CONTACT_PAGE_SIZE + 1;
  const [contacts, clients] = await Promise.all([
    outside.contactViews.search(projectId, query, wanted),
    outside.contactViews.clients(projectId, query, wanted),
  ]);
  return {
    contacts: contacts.slice(0, CONTACT_PAGE_SIZE),
    clients: clients.slice(0, CONTACT_PAGE_SIZE),
    complete: contacts.length < wanted && clients.length < wanted,
  };
}
