import type { ImportProgress } from '../../../../../../src/contract/archive';
import { ARCHIVE_SLICE_BYTES, ARCHIVE_SLICE_LIMIT } from '../../../../../../src/contract/dataLimits';
import type { RebuildProgress } from '../../../../../../src/contract/journal';
import { call, type Outcome } from '../../../lib/call';

/** How an import ended. */
export type Imported = Exclude<ImportProgress, { outcome: 'taken' | 'moving' }>;

export interface Step {
  readonly step: 'checking' | 'moving' | 'deriving';
  readonly done: number;
  readonly total: number;
}

const encoder = new TextEncoder();

/** As many of the lines as one request may bring. */
function sliceFrom(lines: readonly string[], from: number): string[] {
  const slice: string[] = [];
  let bytes = 0;
  for (const line of lines.slice(from, from + ARCHIVE_SLICE_LIMIT)) {
    bytes += encoder.encode(line).length;
    if (slice.length > 0 && bytes > ARCHIVE_SLICE_BYTES) break;
    slice.push(line);
  }
  return slice;
}

/** Lines of a file, whatever system has ended them. */
export function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
}

/** The key of an issue, if the file tells it. */
export function keyOfIssue(lines: readonly string[], issueId: string): string {
  const line = lines.find((each) => each.startsWith(`{"issue":{"id":"${issueId}"`));
  return /"key":"([^"]+)"/u.exec(line ?? '')?.[1] ?? issueId;
}

async function derive(projectId: string, onStep: (step: Step) => void, total: number): Promise<Outcome<null>> {
  for (let after: number | null = 0; after !== null;) {
    onStep({ step: 'deriving', done: after, total });
    const outcome: Outcome<RebuildProgress> = await call('derived.rebuild', { projectId, after });
    if (!outcome.ok) return outcome;
    after = outcome.data.next;
  }
  return { ok: true, data: null };
}

/** Brings a file in, slice by slice. The same id again goes on where an import was cut short. */
export async function importArchive(
  projectId: string,
  importId: string,
  lines: readonly string[],
  onStep: (step: Step) => void,
): Promise<Outcome<Imported>> {
  for (let from = 0; ;) {
    const outcome: Outcome<ImportProgress> = await call('archive.import', {
      projectId,
      importId,
      from,
      lines: sliceFrom(lines, from),
    });
    if (!outcome.ok) return outcome;
    const { data } = outcome;
    if (data.outcome === 'taken') {
      from = data.next;
      onStep({ step: 'checking', done: from, total: lines.length });
    } else if (data.outcome === 'moving') onStep({ step: 'moving', done: data.moved, total: data.events });
    else {
      const derived = data.outcome === 'imported' ? await derive(projectId, onStep, data.events) : null;
      return derived?.ok === false ? derived : { ok: true, data };
    }
  }
}
