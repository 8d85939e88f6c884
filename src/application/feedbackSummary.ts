import type { ClockView, FeedbackSummary } from '../contract/feedback';
import { EXCERPT_LENGTH } from '../contract/limits';
import { isOpen, targetsMet } from '../domain/feedback/feedback';
import type { FeedbackRow, Viewer } from './ports';

/** An instant as the contract writes it. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function clockOf(row: FeedbackRow): ClockView {
  if (row.state === 'merged') return { phase: 'none' };
  if (!isOpen(row)) return { phase: 'stopped', met: targetsMet(row) };
  if (row.respondedAt === null) return { phase: 'response', dueAt: instant(row.respondBy) };
  return row.resolveBy === null ? { phase: 'none' } : { phase: 'resolution', dueAt: instant(row.resolveBy) };
}

/** The beginning of a text, never cut inside a character. */
export function excerptOf(beginning: string | null): Pick<FeedbackSummary, 'excerpt' | 'truncated'> {
  if (beginning === null) return { excerpt: null, truncated: false };
  const characters = Array.from(beginning);
  return {
    excerpt: characters.slice(0, EXCERPT_LENGTH).join(''),
    truncated: characters.length > EXCERPT_LENGTH,
  };
}

/** An item as the list shows it to this viewer. */
export function summarize(row: FeedbackRow, viewer: Viewer): FeedbackSummary {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    importance: row.importance,
    channel: row.channel,
    contact: row.contact,
    ...excerptOf(row.beginning),
    saidOn: row.saidOn,
    recordedAt: instant(row.recordedAt),
    updatedAt: instant(row.updatedAt),
    clock: clockOf(row),
    mine: row.recordedBy === viewer.accountId || row.handledBy === viewer.accountId,
    mergedInto: row.mergedInto,
  };
}
