import { z } from 'zod';
import { ARCHIVE_TABLES } from './archive';
import type { ArchivePage, ArchiveRows, ImportProgress } from './archive';
import type { DataUsage, ErasureProgress } from './data';
import { ARCHIVE_LINE_LIMIT, ARCHIVE_SLICE_LIMIT } from './dataLimits';
import type { JournalCheck, JournalPage, RebuildProgress } from './journal';
import type { MirrorStatus } from './mirror';
import { procedure } from './procedure';
import { accountId, commandId, entityId, journalOffset, journalPosition, line, projectId } from './scalars';

/** As long as the key of a project can be. */
const PROJECT_KEY_LIMIT = 255;

const archivePlace = z.strictObject({
  part: z.enum(['journal', 'documents', 'editions']),
  after: journalOffset,
  until: journalOffset,
});

/** What the settings page's part about a project's data may call. */
export const DATA_PROCEDURES = {
  'person.erase': procedure('administer', 'write', () => z.strictObject({ commandId, projectId, accountId })),
  'journal.verify': procedure('administer', 'read', () =>
    z.strictObject({ projectId, resume: journalPosition.optional(), checkpoint: journalPosition.optional() }),
  ),
  'journal.export': procedure('administer', 'read', () => z.strictObject({ projectId, after: journalOffset })),
  'derived.rebuild': procedure('administer', 'repair', () => z.strictObject({ projectId, after: journalOffset })),
  'mirror.rebuild': procedure('administer', 'write', () => z.strictObject({ commandId, projectId })),
  'mirror.status': procedure('administer', 'read', () => z.strictObject({ projectId })),
  'data.usage': procedure('administer', 'read', () => z.strictObject({ projectId })),
  'project.eraseData': procedure('administer', 'write', () =>
    z.strictObject({ projectId, projectKey: line(PROJECT_KEY_LIMIT) }),
  ),
  'archive.export': procedure('administer', 'read', () =>
    z.strictObject({ projectId, place: archivePlace.nullable() }),
  ),
  'archive.table': procedure('administer', 'read', () =>
    z.strictObject({ projectId, table: z.enum(ARCHIVE_TABLES), after: entityId.nullable() }),
  ),
  'archive.import': procedure('administer', 'write', () =>
    z.strictObject({
      projectId,
      importId: commandId,
      from: journalOffset,
      lines: z.array(z.string().max(ARCHIVE_LINE_LIMIT)).max(ARCHIVE_SLICE_LIMIT),
    }),
  ),
} as const;

/** What each procedure returns on success. */
export interface DataOutputs {
  'person.erase': { readonly projectId: string };
  'journal.verify': JournalCheck;
  'journal.export': JournalPage;
  'derived.rebuild': RebuildProgress;
  'mirror.rebuild': { readonly projectId: string };
  'mirror.status': MirrorStatus;
  'data.usage': DataUsage;
  'project.eraseData': ErasureProgress;
  'archive.export': ArchivePage;
  'archive.table': ArchiveRows;
  'archive.import': ImportProgress;
}
