import type { FieldProblem } from '../../../../../src/contract/errors';
import type { ClientView, ContactView } from '../../../../../src/contract/feedback';
import { NAME_LIMIT } from '../../../../../src/contract/limits';
import type { ContactChoice } from '../../../../../src/contract/feedbackProcedures';
import { textProblems } from '../../lib/fieldProblems';

export type ClientDraft =
  | { readonly type: 'none'; readonly query: string }
  | { readonly type: 'known'; readonly client: ClientView }
  | { readonly type: 'new'; readonly name: string };

/** Who said it, as far as it has been chosen or typed. */
export type ContactDraft =
  | { readonly type: 'none'; readonly query: string }
  | { readonly type: 'known'; readonly contact: ContactView }
  | { readonly type: 'new'; readonly name: string; readonly client: ClientDraft };

export const NO_CONTACT: ContactDraft = { type: 'none', query: '' };

function clientProblems(client: ClientDraft): readonly FieldProblem[] {
  if (client.type === 'none') return [{ path: 'contact.client', rule: 'missing' }];
  return client.type === 'new' ? textProblems('contact.client', client.name, NAME_LIMIT) : [];
}

/** What is missing or wrong in the choice of a contact, at the paths of the contract. */
export function contactProblems(draft: ContactDraft): readonly FieldProblem[] {
  if (draft.type === 'none') return [{ path: 'contact', rule: 'missing' }];
  if (draft.type === 'known') return [];
  return [...textProblems('contact.name', draft.name, NAME_LIMIT), ...clientProblems(draft.client)];
}

/** The choice as the back end takes it; null while something is missing. */
export function toContactChoice(draft: ContactDraft): ContactChoice | null {
  if (draft.type === 'known') return { id: draft.contact.id };
  if (draft.type === 'none' || draft.client.type === 'none') return null;
  const client = draft.client.type === 'known' ? { id: draft.client.client.id } : { name: draft.client.name };
  return { name: draft.name, client };
}

function isNamed(value: unknown): value is { id: string; name: string | null } {
  if (typeof value !== 'object' || value === null || !('id' in value && 'name' in value)) return false;
  return typeof value.id === 'string' && (typeof value.name === 'string' || value.name === null);
}

function isClientDraft(value: unknown): value is ClientDraft {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'none') return 'query' in value && typeof value.query === 'string';
  if (value.type === 'known') return 'client' in value && isNamed(value.client);
  return value.type === 'new' && 'name' in value && typeof value.name === 'string';
}

/** Whether something read from storage is a contact draft. */
export function isContactDraft(value: unknown): value is ContactDraft {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'none') return 'query' in value && typeof value.query === 'string';
  if (value.type === 'known') {
    return 'contact' in value && isNamed(value.contact) && 'client' in value.contact && isNamed(value.contact.client);
  }
  if (value.type !== 'new' || !('name' in value && 'client' in value)) return false;
  return typeof value.name === 'string' && isClientDraft(value.client);
}
