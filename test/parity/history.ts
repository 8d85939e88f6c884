import { z } from 'zod';
import type { Issue } from '../../sandbox/api';
import { aChange, aDecision } from '../support/builders';
import { openIssues } from '../support/issues';
import { anArchiveHeader } from '../support/archive';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { ALL_PROCEDURES } from '../support/procedureExamples';
import { moduleOf } from '../support/procedureModules';
import type { PreparedSandbox } from '../support/sandbox';
import { register } from './registerHistory';
import { idOf } from './script';
import type { Script } from './script';

const MONDAY_MORNING = Date.UTC(2026, 2, 2, 8);

const optionsShape = z.looseObject({
  data: z.looseObject({ options: z.array(z.looseObject({ id: z.string() })).min(1) }),
});

function firstOption(detail: unknown): string {
  return optionsShape.parse(detail).data.options[0]?.id ?? '';
}

/** Feedback recorded, moved, answered, merged and taken apart; texts that are hard on a database; refusals of all kinds. */
async function write({ send, commandId }: Script, issueId: string): Promise<readonly string[]> {
  const texts = ['Plain', "Zoë “quotes” 'single' \\ back\nline 愿望 🚢", '%_!', ' trailing', 'A'.repeat(10_000)];
  const recorded: string[] = [];
  for (const [index, text] of texts.entries()) {
    const contact = {
      name: `${['Ana', 'ANA', 'Ōta', 'ana'][index % 4] ?? ''} ${text.slice(0, 40)}`,
      client: { name: 'Port' },
    };
    const content = {
      text,
      kind: 'wish',
      importance: 'important',
      contact,
      channel: 'call',
      saidOn: '2026-02-27',
    } as const;
    const answer = await send('feedback.record', {
      commandId: commandId(),
      issueId,
      timeZone: 'Europe/Berlin',
      ...content,
    });
    recorded.push(idOf(answer));
  }
  const [first = '', second = '', third = '', fourth = ''] = recorded;
  const on = (feedbackId: string, expectedVersion: number) => ({ commandId: commandId(), feedbackId, expectedVersion });
  await send('feedback.move', { ...on(first, 1), to: 'acknowledged' });
  await send('feedback.move', { ...on(first, 1), to: 'planned' });
  await send('feedback.move', { ...on(first, 2), to: 'resolved', answer: 'It is done.' });
  await send('feedback.move', { ...on(second, 1), to: 'declined' });
  await send('feedback.reopen', { ...on(first, 3), reason: 'It is not.' });
  const changes = {
    kind: 'question',
    text: 'In other words',
    contact: { name: 'Bo', client: { name: 'PORT' } },
  } as const;
  await send('feedback.edit', { ...on(second, 1), timeZone: 'Asia/Shanghai', changes });
  await send('feedback.note', { commandId: commandId(), feedbackId: second, note: 'Between us.' });
  await send('feedback.merge', { ...on(third, 1), intoId: second });
  await send('feedback.merge', { ...on(fourth, 1), intoId: third });
  await send('feedback.unmerge', on(third, 2));
  const again = { ...on(fourth, 1), to: 'planned' } as const;
  await send('feedback.move', again);
  await send('feedback.move', again);
  return recorded;
}

/** Change requests raised alone, for several and from feedback, edited, reviewed, moved; refusals too. */
async function change({ send, commandId }: Script, [issueId, other]: readonly [string, string]) {
  const fields = {
    title: 'Tides 潮汐',
    from: null,
    to: 'B',
    reason: "Ships' bottoms",
    source: 'market',
    requestedBy: { name: 'Ana Plain', client: { name: 'port' } },
    urgency: 'high',
    validUntil: '2026-04-01',
    ifNot: null,
  } as const;
  const asked = await send('feedback.record', {
    commandId: commandId(),
    issueId,
    timeZone: 'Europe/Berlin',
    text: 'Show the tide',
    kind: 'change',
    importance: 'critical',
    contact: { name: 'Cy', client: { name: 'Port' } },
    channel: 'call',
    saidOn: '2026-02-27',
  });
  const raise = { commandId: commandId(), issueId, ...fields, requirements: [], feedbackId: idOf(asked) };
  const first = idOf(await send('change.raise', raise));
  await send('change.raise', raise);
  await send('change.raise', { ...raise, commandId: commandId() });
  const both = { ...raise, commandId: commandId(), requirements: [other], feedbackId: null };
  const second = idOf(await send('change.raise', both));
  const on = (changeId: string, expectedVersion: number) => ({ commandId: commandId(), changeId, expectedVersion });
  const effort = { low: 0.5, likely: 1, high: 2.25 };
  const option = { id: '00000000-0000-4000-9000-00000000000a', kind: 'swap', effort, fixedCost: 0.1 } as const;
  const options = [{ ...option, title: '100 %', dropped: [other] }];
  await send('change.edit', { ...on(first, 1), changes: { options, requirements: [other], from: 'A' } });
  await send('change.edit', { ...on(first, 1), changes: { title: 'Late' } });
  const reviews = [{ issueId: other, verdict: 'adjust', reason: null, effort } as const];
  await send('change.review', { ...on(first, 2), reviews });
  await send('change.move', { ...on(first, 3), to: 'assessing', reason: null });
  await send('change.move', { ...on(first, 4), to: 'implemented', reason: null });
  const changes = [first, second];
  for (const as of [PEOPLE.member, PEOPLE.reader, PEOPLE.outsider]) {
    for (const changeId of changes) await send('change.get', { changeId }, as);
  }
  await send('change.move', { ...on(second, 1), to: 'withdrawn', reason: 'Dear' });
  await send('change.eraseTexts', { commandId: commandId(), changeId: second }, PEOPLE.admin);
  for (const changeId of changes) await send('change.get', { changeId });
}

async function look({ send }: Script, issueId: string, recorded: readonly string[]): Promise<void> {
  for (const as of [PEOPLE.admin, PEOPLE.reader, PEOPLE.outsider]) {
    await send('feedback.list', { issueId, offset: 0 }, as);
    await send('feedback.list', { issueId, offset: 3 }, as);
    for (const feedbackId of recorded) await send('feedback.get', { feedbackId }, as);
    for (const query of ['', 'ana', 'ŌTA', '%', '_!', "'", '\\']) await send('contact.search', { issueId, query }, as);
  }
}

/** A change request assessed, frozen, decided and held against what happened; what is asked before the project was read too. */
async function decide({ send, commandId }: Script, { id: issueId }: Issue): Promise<void> {
  await send('impact.overview', { issueId });
  await send('impact.assess', { issueId, reviews: [] });
  await send('impact.prepare', { commandId: commandId(), issueId });
  const effort = { low: 1, likely: 2, high: 4 };
  await send('impact.swaps', { issueId, effort });
  const fields = aChange({ issueId, requestedBy: null, title: 'Twice', validUntil: '2026-04-01' });
  const changeId = idOf(await send('change.raise', { ...fields, commandId: commandId() }));
  const on = (expectedVersion: number) => ({ commandId: commandId(), changeId, expectedVersion });
  await send('change.freeze', on(1));
  const detail = await send('change.get', { changeId });
  const optionId = firstOption(detail);
  await send('impact.assess', { changeId, optionId, reviews: [] });
  const decision = { ...aDecision(optionId), decidedOn: '2026-02-27' };
  await send('change.decide', { ...on(2), ...decision });
  for (const [version, to] of (['implementing', 'implemented'] as const).entries()) {
    await send('change.move', { ...on(3 + version), to, reason: null });
  }
  await send('change.verify', on(5));
  await send('change.get', { changeId }, PEOPLE.reader);
  await send('impact.overview', { issueId }, PEOPLE.reader);
}

/** The status of requirements from every source, before and after the project has been read. */
async function report({ send, commandId }: Script, app: PreparedSandbox, { key, projectId }: Issue): Promise<void> {
  const project = app.sandbox.site.findProject(projectId)?.key ?? '';
  const [page] = app.sandbox.site.wiki.pages();
  const ask = async (as: string) => {
    await send('summary.show', { source: 'page', pageId: page?.id ?? '1' }, as);
    await send('summary.show', { source: 'linked', issue: key, depth: 3 }, as);
    await send('summary.show', { source: 'linked', issue: key, depth: 1, linkTypes: ['Blocks'] }, as);
    await send('summary.show', { source: 'project', project }, as);
    await send('summary.show', { source: 'jql', jql: `project = ${project}` }, as);
  };
  await ask(PEOPLE.member);
  await mirrorProject(app, projectId);
  for (const as of [PEOPLE.member, PEOPLE.reader, PEOPLE.outsider]) await ask(as);
  const [pageId, macroId] = [page?.id ?? '1', 'a-macro'];
  const source = { source: 'project', project } as const;
  await send('edition.preview', { pageId, source });
  const named = { name: 'First “版次”', date: '2026-03-02', note: "It's\nagreed" };
  const frozen = await send('edition.freeze', { commandId: commandId(), pageId, macroId, source, ...named });
  const editionId = idOf(frozen);
  await send('edition.list', { pageId, macroId });
  for (const as of [PEOPLE.member, PEOPLE.reader]) await send('edition.show', { editionId }, as);
  await send('edition.erase', { commandId: commandId(), editionId }, PEOPLE.admin);
  await send('edition.show', { editionId });
}

async function erase(script: Script, app: PreparedSandbox, recorded: readonly string[], projectId: string) {
  const { send, commandId } = script;
  const [contact] = await app.sandbox.query('SELECT id FROM contact ORDER BY search_name, id LIMIT 1');
  await send('contact.erase', { commandId: commandId(), contactId: String(contact?.['id']) }, PEOPLE.admin);
  await send('feedback.eraseTexts', { commandId: commandId(), feedbackId: recorded[1] ?? '' }, PEOPLE.admin);
  await send('person.erase', { commandId: commandId(), projectId, accountId: PEOPLE.member }, PEOPLE.admin);
  await send('person.erase', { commandId: commandId(), projectId, accountId: PEOPLE.member }, PEOPLE.admin);
}

async function configure({ send, commandId }: Script, projectId: string): Promise<void> {
  const choices = { requirementTypes: ['Story', '需求 “A”'], tuneLinks: false, cost: { currency: 'CNY' } };
  const saving = { projectId, expectedVersion: 0, choices };
  await send('settings.save', { ...saving, commandId: commandId() }, PEOPLE.admin);
  await send('settings.save', { ...saving, commandId: commandId() }, PEOPLE.admin);
  await send('settings.get', { projectId }, PEOPLE.admin);
  await send('settings.history', { projectId }, PEOPLE.admin);
  await send('settings.propose', { projectId }, PEOPLE.admin);
  const site = { expectedVersion: 0, choices: { testTypes: ['试验'], cost: { currency: 'EUR', ratePerDay: 700 } } };
  await send('siteSettings.save', { ...site, commandId: commandId() }, PEOPLE.admin);
  await send('siteSettings.save', { ...site, commandId: commandId() }, PEOPLE.admin);
  await send('siteSettings.get', {}, PEOPLE.admin);
  await send('siteSettings.history', {}, PEOPLE.admin);
  await send('settings.get', { projectId }, PEOPLE.admin);
}

/** What the project takes, and the end of all of it. */
async function keepOrErase({ send, commandId }: Script, projectKey: string, projectId: string): Promise<void> {
  await send('project.eraseData', { projectId, projectKey: 'ANOTHER' }, PEOPLE.admin);
  // How long compressed documents are depends on the ids in them, which are others in each play.
  const at = (part: 'journal' | 'documents' | 'editions', until = 0) => ({ part, after: 0, until });
  for (const place of [null, at('journal', 9), at('documents'), at('editions')]) {
    await send('archive.export', { projectId, place }, PEOPLE.admin);
  }
  for (const table of ['feedback', 'changes', 'contacts'] as const) {
    await send('archive.table', { projectId, table, after: null }, PEOPLE.admin);
  }
  const lines = [JSON.stringify({ ...anArchiveHeader(projectId), projectKey }), '{}'];
  const importing = { projectId, importId: commandId(), from: 0 };
  await send('archive.import', { ...importing, lines: lines.slice(0, 1) }, PEOPLE.admin);
  await send('archive.import', { ...importing, from: 1, lines: lines.slice(1) }, PEOPLE.admin);
  await send('project.eraseData', { projectId, projectKey }, PEOPLE.admin);
  await send('data.usage', { projectId }, PEOPLE.admin);
}

/**
 * One history, the same whenever it is played: installation, work, upkeep, erasing, checking and deriving anew, with
 * the clock standing still within each step.
 *
 * @returns the answers, and the procedures that were not used
 */
export async function play(app: PreparedSandbox): Promise<{ answers: readonly unknown[]; unused: readonly string[] }> {
  const { sandbox } = app;
  const [issue, neighbour] = openIssues(sandbox, 2);
  if (issue === undefined || neighbour === undefined) throw new Error('The site has no issue');
  let now = MONDAY_MORNING;
  let commands = 0;
  jest.spyOn(sandbox.clock, 'now').mockImplementation(() => now);
  const answers: unknown[] = [];
  const used = new Set<string>();
  const script: Script = {
    send: async (procedure, payload, as = PEOPLE.member) => {
      now += 60_000;
      used.add(procedure);
      const call = { moduleKey: moduleOf(procedure), procedure, payload, accountId: as, issueIdOrKey: issue.id };
      const answer = await sandbox.invoke(call);
      answers.push(answer);
      return answer;
    },
    commandId: () => `00000000-0000-4000-8000-${String((commands += 1)).padStart(12, '0')}`,
  };
  const { projectId } = issue;

  await sandbox.deliver('avi:forge:installed:app');
  const recorded = await write(script, issue.id);
  await look(script, issue.id, recorded);
  await script.send('data.usage', { projectId }, PEOPLE.admin);
  await change(script, [issue.id, neighbour.id]);
  await sandbox.runSchedule('property-sync');
  now += 25 * 60 * 60 * 1_000;
  await sandbox.runSchedule('hourly');
  await sandbox.runSchedule('property-sync');
  await erase(script, app, recorded, projectId);
  await sandbox.runSchedule('hourly');
  await look(script, issue.id, recorded);
  await configure(script, projectId);
  await register(script, projectId);
  await report(script, app, issue);
  await decide(script, issue);
  await script.send('derived.rebuild', { projectId, after: 0 }, PEOPLE.admin);
  await script.send('journal.verify', { projectId }, PEOPLE.admin);
  await script.send('journal.export', { projectId, after: 0 }, PEOPLE.admin);
  await keepOrErase(script, sandbox.site.findProject(projectId)?.key ?? '', projectId);
  await sandbox.deliver('avi:forge:upgraded:app');
  return { answers, unused: ALL_PROCEDURES.map(({ name }) => name).filter((name) => !used.has(name)) };
}
