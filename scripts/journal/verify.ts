import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { NotAJournal, verifyJournalFile } from '../../src/application/journalFile';
import type { FileVerdict } from '../../src/application/journalFile';
import type { JournalBreak } from '../../src/domain/journal/verify';

const USAGE = `npm run -s journal:verify -- FILE

Verifies an exported journal, offline, and names the first event that was altered, removed or inserted.

  FILE   an export as docs/journal.md describes it; - reads from standard input

Exit code 0: the journal is whole. 1: it is not. 2: there is nothing to verify.`;

function many(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

function happened({ kind, part, version }: JournalBreak): string {
  const what =
    part === 'event' ? `event ${version}` : `a text or reference to a person that event ${version} vouches for`;
  const sentences = {
    altered: `${what} is not what it was when it was decided.`,
    removed: `${what} is missing.`,
    inserted: `${what} stands where nothing of that number belongs.`,
  };
  const sentence = sentences[kind];
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function report({ header, counts, head, broken }: FileVerdict): string {
  const { projectId, exportedAt } = header;
  const known = [
    `Journal of project ${projectId}, exported ${exportedAt}`,
    `${many(counts.events, 'event', 'events')}, ${many(counts.values, 'value matches its', 'values match their')} digest, ` +
      `${many(counts.erased, 'has', 'have')} been erased, ${many(counts.withheld, 'event was', 'events were')} withheld`,
  ];
  if (broken === null) {
    const end = head === null ? 'It is empty.' : `It ends with event ${head.version}, ${head.hash}.`;
    return [...known, `WHOLE: nothing was altered, removed or inserted. ${end}`].join('\n');
  }
  const upTo =
    broken.wholeUpTo === 0 ? 'No event before it is beyond doubt.' : `Up to event ${broken.wholeUpTo} it is whole.`;
  return [...known, `BROKEN: ${happened(broken)} ${upTo}`].join('\n');
}

async function main(): Promise<number> {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || others.length > 0 || file === '--help') {
    console.error(USAGE);
    return file === '--help' ? 0 : 2;
  }
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
  const lines = createInterface({ input, crlfDelay: Infinity });
  try {
    // An unreadable file shows only on its stream, which readline does not pass on.
    const failed = new Promise<never>((_, reject) => input.once('error', reject));
    const verdict = await Promise.race([verifyJournalFile(lines), failed]);
    console.log(report(verdict));
    return verdict.broken === null ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotAJournal) && !(error instanceof Error && 'code' in error)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    lines.close();
    input.destroy();
  }
}

void main().then((code) => {
  process.exitCode = code;
});
