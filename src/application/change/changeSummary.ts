import type { ChangeSummary } from '../../contract/change';
import { instant } from '../feedbackSummary';
import type { ChangeRow, Viewer } from '../ports';

/** A change request as lists show it to this viewer. */
export function summarizeChange(row: ChangeRow, viewer: Viewer): ChangeSummary {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    state: row.state,
    title: row.title,
    tier: row.tier,
    urgency: row.urgency,
    validUntil: row.validUntil,
    updatedAt: instant(row.updatedAt),
    mine: row.raisedBy === viewer.accountId || row.handledBy === viewer.accountId,
  };
}
