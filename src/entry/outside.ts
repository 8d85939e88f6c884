import { randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { jiraAccess } from '../adapters/jira/jiraAccess';
import { jiraVisibility } from '../adapters/jira/jiraVisibility';
import { sqlChangeViews } from '../adapters/sql/sqlChangeViews';
import { sqlContactViews } from '../adapters/sql/sqlContactViews';
import { sqlErasables } from '../adapters/sql/sqlErasables';
import { sqlFeedbackViews } from '../adapters/sql/sqlFeedbackViews';
import { sqlJournal } from '../adapters/sql/sqlJournal';
import { sqlJournalArchive } from '../adapters/sql/sqlJournalArchive';
import { sqlRegister } from '../adapters/sql/sqlRegister';
import { sqlProjections } from '../adapters/sql/sqlProjections';
import type { Outside } from '../application/ports';

const SALT_BYTES = 16;
const FIRST_WAIT = 10;
const LONGEST_WAIT = 1_000;

const now = () => Date.now();
const erasables = sqlErasables(now);

/** The outside world as Forge provides it. It holds nothing of any tenant. */
export const outside: Outside = {
  access: jiraAccess,
  visibility: jiraVisibility,
  journal: sqlJournal,
  archive: sqlJournalArchive,
  erasables,
  projections: sqlProjections(erasables),
  feedbackViews: sqlFeedbackViews,
  changeViews: sqlChangeViews,
  contactViews: sqlContactViews,
  registerViews: sqlRegister,
  now,
  newId,
  newSalt: () => randomBytes(SALT_BYTES).toString('hex'),
  backOff: async (attempt) => {
    const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * ceiling));
  },
};
