import type { ProcedureInput } from '../../contract/procedures';
import type { ClientEntry, RegisterPage } from '../../contract/register';
import { requireAdministrator } from '../authorize';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';

/**
 * A page of the register. Of feedback it says how many items there are, whoever may see them. For administrators.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function listRegister(
  outside: Outside,
  _viewer: Viewer,
  { projectId, ...wanted }: ProcedureInput<'register.list'>,
): Promise<RegisterPage> {
  await requireAdministrator(outside.access, projectId);
  return outside.registerViews.page(projectId, wanted);
}

/**
 * A client with its calendar. For administrators.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`, `CLIENT_NOT_FOUND`
 */
export async function getClient(
  outside: Outside,
  _viewer: Viewer,
  { projectId, clientId }: ProcedureInput<'client.get'>,
): Promise<ClientEntry> {
  await requireAdministrator(outside.access, projectId);
  const client = await outside.registerViews.client(projectId, clientId);
  if (client === null) throw new Refusal('CLIENT_NOT_FOUND');
  return client;
}
