import { jiraProjectKey } from '../adapters/jira/jiraProjectKey';
import { jiraEditable } from '../adapters/jira/jiraVisibility';
import { isKnownEvent } from '../adapters/sql/eventRow';
import { packing } from '../adapters/sql/packing';
import { sqlArchiveContents } from '../adapters/sql/sqlArchiveContents';
import { sqlArchiveImports } from '../adapters/sql/sqlArchiveImports';
import { sqlAssessments } from '../adapters/sql/sqlAssessments';
import { readReport } from '../adapters/sql/sqlEditions';
import type { ArchiveOutside } from '../application/archive/ports';
import type { Outside } from '../application/ports';

/** The outside world of one invocation as archives need it. */
export function archiveOutside(outside: Outside): ArchiveOutside {
  return {
    ...outside,
    contents: sqlArchiveContents,
    imports: sqlArchiveImports,
    assessmentStore: sqlAssessments,
    packing,
    projectKey: jiraProjectKey,
    editable: jiraEditable,
    isKnownEvent,
    readReport,
  };
}
