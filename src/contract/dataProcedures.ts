import { z } from 'zod';
import type { JournalCheck, JournalPage, RebuildProgress } from './journal';
import type { MirrorStatus } from './mirror';
import { procedure } from './procedure';
import { accountId, commandId, journalOffset, journalPosition, projectId } from './scalars';

/** What the settings page's part about a project's data may call. */
export const DATA_PROCEDURES = {
  'person.erase': procedure('administer', 'write', z.strictObject({ commandId, projectId, accountId })),
  'journal.verify': procedure(
    'administer',
    'read',
    z.strictObject({ projectId, resume: journalPosition.optional(), checkpoint: journalPosition.optional() }),
  ),
  'journal.export': procedure('administer', 'read', z.strictObject({ projectId, after: journalOffset })),
  'derived.rebuild': procedure('administer', 'repair', z.strictObject({ projectId, after: journalOffset })),
  'mirror.rebuild': procedure('administer', 'write', z.strictObject({ commandId, projectId })),
  'mirror.status': procedure('administer', 'read', z.strictObject({ projectId })),
} as const;

/** What each procedure returns on success. */
export interface DataOutputs {
  'person.erase': { readonly projectId: string };
  'journal.verify': JournalCheck;
  'journal.export': JournalPage;
  'derived.rebuild': RebuildProgress;
  'mirror.rebuild': { readonly projectId: string };
  'mirror.status': MirrorStatus;
}
