import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProcedurePayload } from '../../src/contract/procedures';
import { aFeedback } from '../support/builders';
import { covered } from '../support/covered';
import { PEOPLE } from '../support/people';
import { startSite } from '../support/startedSite';
import type { StartedSite } from '../support/startedSite';

const ROOT = path.resolve(__dirname, '../..');
const WRITERS = 8;
const ROUNDS = 3;
const WRITES_BEFORE_KILL = 25;

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-killed-'));
let site: StartedSite | null = null;
/** Sample issues that everybody on the project may see. */
const ISSUE_IDS = ['10001', '10002', '10003'];

type Recorded = ProcedurePayload<'feedback.record'>;
/** Commands whose answer came, by the id of what they recorded, and those still on their way when the process died. */
const acknowledged = new Map<string, Recorded>();
const unanswered: Recorded[] = [];

afterAll(async () => {
  await site?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes until the process dies. */
async function writeOn(running: StartedSite, issueId: string, onWritten: () => void): Promise<void> {
  for (;;) {
    const command = aFeedback({ issueId });
    const answer = await running.call('feedback.record', command, PEOPLE.member);
    if (answer === null) {
      unanswered.push(command);
      return;
    }
    if (answer.ok) acknowledged.set(answer.data.id, command);
    else if (answer.error.code !== 'BUSY') throw new Error(`Refused: ${JSON.stringify(answer.error)}`);
    onWritten();
  }
}

async function loadAndPullThePlug(running: StartedSite): Promise<void> {
  let written = 0;
  let kill: () => void = () => undefined;
  const killed = new Promise<void>((resolve, reject) => {
    kill = () => {
      running.kill().then(resolve, reject);
    };
  });
  const writers = Array.from({ length: WRITERS }, (_, index) =>
    writeOn(running, ISSUE_IDS[index % ISSUE_IDS.length] ?? '', () => {
      written += 1;
      if (written === WRITES_BEFORE_KILL) kill();
    }),
  );
  await Promise.all([killed, ...writers]);
}

function run(script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', `scripts/journal/${script}.ts`, ...args], {
    cwd: ROOT,
    env: { ...process.env, TSX_TSCONFIG_PATH: 'scripts/journal/tsconfig.json' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

test('a site killed in the middle of writes loses none that it acknowledged, and its journal is whole', async () => {
  const state = path.join(folder, 'state');
  for (let round = 0; round < ROUNDS; round += 1) {
    site = await startSite(state);
    await loadAndPullThePlug(site);
  }
  site = await startSite(state);
  expect(unanswered.length).toBeGreaterThan(0);

  for (const [feedbackId, { text }] of acknowledged) {
    const found = await site.call('feedback.get', { feedbackId }, PEOPLE.member);
    expect(found).toMatchObject({ ok: true, data: { text } });
  }
  for (const command of unanswered) {
    const first = await site.call('feedback.record', command, PEOPLE.member);
    const again = await site.call('feedback.record', command, PEOPLE.member);
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
  }
  const check = await site.call('journal.verify', { projectId: '10000' }, PEOPLE.admin);
  expect(check).toMatchObject({ ok: true, data: { outcome: 'whole' } });
  covered('writes kept through kill -9', acknowledged.size);
}, 300_000);

test('the command line exports that journal, finds it whole, and finds what is tampered with', () => {
  if (site === null) throw new Error('The site does not run');
  const exported = run('export', '--url', site.url, '--project', 'HARBOR');
  expect(exported).toMatchObject({ status: 0, stderr: '' });
  const file = path.join(folder, 'journal.jsonl');
  writeFileSync(file, exported.stdout);
  const whole = run('verify', file);
  expect(whole).toMatchObject({ status: 0, stderr: '' });
  expect(whole.stdout).toContain('WHOLE');

  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, lines.toSpliced(7, 1).join('\n'));
  const cut = run('verify', file);
  expect(cut.status).toBe(1);
  expect(cut.stdout).toContain('BROKEN: Event 7 is missing. Up to event 6 it is whole.');

  expect(run('verify', path.join(folder, 'nowhere')).status).toBe(2);
  expect(run('verify').status).toBe(2);
  expect(run('export', '--url', site.url, '--project', 'NONE')).toMatchObject({ status: 2, stdout: '' });
  const refused = run('export', '--url', site.url, '--project', 'HARBOR', '--as', PEOPLE.member);
  expect(refused).toMatchObject({ status: 2, stdout: '', stderr: 'The app refused: NOT_ALLOWED\n' });
}, 120_000);
