import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { journalEntry } from '../../src/contract/journalFile';
import type { JournalEntry, JournalHeader } from '../../src/contract/journalFile';

const USAGE = `npm run -s journal:export -- --project KEY [--as ACCOUNT] [--url URL] > FILE

Writes a project's journal from a running sandbox, as docs/journal.md describes it.

  --project KEY   of the project
  --as ACCOUNT    on whose behalf (sandbox-admin unless given): an administrator of the project
  --url URL       of the sandbox (http://localhost:8080 unless given)`;

const OPTIONS = {
  project: { type: 'string' },
  as: { type: 'string', default: 'sandbox-admin' },
  url: { type: 'string', default: 'http://localhost:8080' },
} as const;

const position = z.object({ version: z.number(), hash: z.string() });
const page = z.object({ head: position.nullable(), entries: z.array(journalEntry), next: z.number().nullable() });
const pageAnswer = z.object({
  value: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), data: page }),
    z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }),
  ]),
});
const projectAnswer = z.object({ value: z.object({ status: z.number(), body: z.string() }) });

/** The export cannot be made; the message says why. */
class Impossible extends Error {}

interface Source {
  readonly url: string;
  readonly as: string;
}

async function post<Shape extends z.ZodType>(
  { url, as }: Source,
  path: string,
  body: object,
  shape: Shape,
): Promise<z.output<Shape>> {
  const headers = { 'content-type': 'application/json', cookie: `sandbox_user=${encodeURIComponent(as)}` };
  const answer = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Impossible(`The sandbox answered ${answer.status}: ${await answer.text()}`);
  return shape.parse(await answer.json());
}

async function projectIdOf(source: Source, key: string): Promise<string> {
  const request = {
    product: 'jira',
    method: 'GET',
    path: `/rest/api/3/project/${encodeURIComponent(key)}`,
    headers: {},
    body: null,
  };
  const { value } = await post(source, '/__site/bridge/product', request, projectAnswer);
  if (value.status !== 200) throw new Impossible(`There is no project ${key} that ${source.as} may see.`);
  return z.object({ id: z.string() }).parse(JSON.parse(value.body)).id;
}

async function readPage(source: Source, projectId: string, after: number) {
  const call = { moduleKey: 'project-settings', procedure: 'journal.export', payload: { projectId, after } };
  const { value } = await post(source, '/__sandbox/invoke', { ...call, accountId: source.as }, pageAnswer);
  if (!value.ok) throw new Impossible(`The app refused: ${value.error.code}`);
  return value.data;
}

async function write(line: JournalHeader | JournalEntry): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
}

function numberOf(entry: JournalEntry): number {
  if ('unreadable' in entry) return entry.unreadable;
  return 'withheld' in entry ? entry.withheld.version : entry.event.version;
}

async function exportProject(source: Source, key: string): Promise<void> {
  const projectId = await projectIdOf(source, key);
  const first = await readPage(source, projectId, 0);
  const { head } = first;
  const exportedAt = new Date().toISOString();
  await write({ format: 'countersign-journal', formatVersion: 1, projectId, exportedAt, head });
  // What is decided while the export runs belongs to the next one.
  const end = head?.version ?? 0;
  for (let part = first; ; part = await readPage(source, projectId, part.next)) {
    for (const entry of part.entries) if (numberOf(entry) <= end) await write(entry);
    if (part.next === null || part.next >= end) return;
  }
}

async function main(): Promise<number> {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    if (values.project === undefined) throw new Impossible(USAGE);
    await exportProject({ url: values.url, as: values.as }, values.project);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(
      error instanceof TypeError && error.cause !== undefined ? 'The sandbox does not answer.' : error.message,
    );
    return 2;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
