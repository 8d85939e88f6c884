import type { DataUsage } from '../../contract/data';
import { requireAdministrator } from '../authorize';
import type { DataOutside } from './ports';

/**
 * What an installation may keep, in bytes.
 *
 * @see https://developer.atlassian.com/platform/forge/limits-sql/
 */
const LIMIT_BYTES = 1024 ** 3;

/**
 * How much of what the platform gives the project takes, by kind. For its administrators.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function dataUsage(
  outside: DataOutside,
  { projectId }: { readonly projectId: string },
): Promise<DataUsage> {
  await requireAdministrator(outside.access, projectId);
  const [shares, siteBytes] = await Promise.all([outside.data.usage(projectId), outside.data.siteBytes()]);
  return { projectId, shares, siteBytes, limitBytes: LIMIT_BYTES };
}
