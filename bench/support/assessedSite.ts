import { resolve } from 'node:path';
import type { AffectedSite } from './affectedSite';
import type { AssessFigures } from './assessRun';
import { withFolder } from './mirrorSite';
import { runAlone } from './ownProcess';

const PROGRAM = resolve(__dirname, 'assessRun.ts');

/**
 * Makes a site in one process and assesses changes on it in another, so that the measured one does not have the memory
 * of the making.
 */
export async function assessedSite(
  { issues, affected, estimated }: AffectedSite,
  options: { readonly oneByOne?: true } = {},
): Promise<AssessFigures> {
  const figures = await withFolder(async (folder) => {
    await runAlone(PROGRAM, ['prepare', folder, String(issues), String(affected), String(estimated)]);
    return runAlone<AssessFigures>(PROGRAM, ['measure', folder, ...(options.oneByOne ? ['one-by-one'] : [])]);
  });
  if (figures === null) throw new Error('There are no figures');
  const found = figures.requirement.affected;
  if (figures.issues !== issues || found !== affected) {
    throw new Error(`${found} of ${affected} issues are affected, ${figures.issues} of ${issues} mirrored`);
  }
  return figures;
}
