import { logNotice } from '../../adapters/log/log';
import { accountReport } from '../../adapters/privacy/accountReport';
import { migrate } from '../../adapters/sql/migrate';
import { sqlArchiveImports } from '../../adapters/sql/sqlArchiveImports';
import { sqlEditions } from '../../adapters/sql/sqlEditions';
import { sqlPageNotes } from '../../adapters/sql/sqlPageNotes';
import { sqlStoredAccounts } from '../../adapters/sql/sqlStoredAccounts';
import { sqlAssessments } from '../../adapters/sql/sqlAssessments';
import { finishErasures } from '../../application/data/eraseProject';
import { reportAccountsOrWait } from '../../application/privacy/reportAccounts';
import { reconcile } from '../../application/mirror/reconcile';
import { keepInOrder } from '../../application/repairProjections';
import { Refusal } from '../../application/refusal';
import { eraseKeptLongEnough } from '../../application/summary/keepEditions';
import { dataOutside } from '../dataOutside';
import { mirrorOutside } from '../mirrorOutside';
import { outside } from '../outside';

const DAY = 24 * 60 * 60 * 1000;

async function eraseOldEditions(): Promise<void> {
  try {
    const erased = await eraseKeptLongEnough({ ...outside, editions: sqlEditions, pageNotes: sqlPageNotes });
    if (erased > 0) logNotice(`erased ${String(erased)} editions that were kept long enough`);
  } catch (error) {
    // The next hour begins with those that are left.
    if (!(error instanceof Refusal)) throw error;
    logNotice(`editions kept long enough wait: ${error.code}`);
  }
}

async function reconcileMirror(): Promise<void> {
  try {
    await reconcile(mirrorOutside);
  } catch (error) {
    // The next hour goes on from the watermark.
    if (!(error instanceof Refusal)) throw error;
    logNotice(`the mirror waits: ${error.code}`);
  }
}

/**
 * Brings tables up to date, finishes what an interrupted invocation left, sweeps up values nobody refers to,
 * erases editions that were kept as long as their project wants, tells the platform of stored accounts, and reconciles the mirror.
 */
export async function onHourly(): Promise<void> {
  await migrate();
  const erased = await finishErasures(dataOutside);
  if (erased > 0) logNotice(`erased ${String(erased)} rows of projects`);
  const { repaired, swept } = await keepInOrder({ ...outside, assessments: sqlAssessments });
  if (repaired + swept > 0) logNotice(`repaired ${String(repaired)} items, swept ${String(swept)} values`);
  await eraseOldEditions();
  await sqlEditions.sweep(outside.now() - DAY);
  await sqlArchiveImports.sweep(outside.now() - DAY);
  await reportAccountsOrWait({ ...outside, accounts: sqlStoredAccounts, report: accountReport }, logNotice);
  await reconcileMirror();
}
