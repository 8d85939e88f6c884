import type { EditionHead, EditionPreview } from '../../contract/edition';
import type { ProcedureInput } from '../../contract/procedures';
import { freezeEdition as freeze, homeProject, reportDigest } from '../../domain/summary/edition';
import type { Report } from '../../domain/summary/report';
import type { Viewer } from '../ports';
import { commit } from '../commit';
import { Refusal } from '../refusal';
import { projectSettings } from '../settings/projectSettings';
import { headsOf, noteForByline, requirePage } from './editions';
import type { EditionOutside } from './editions';
import { gatherReport } from './gather';

/** What would be frozen: the report as this person sees it, without the number of what they do not see. */
async function reportFor(
  outside: EditionOutside,
  viewer: Viewer,
  source: ProcedureInput<'edition.preview'>['source'],
): Promise<Report> {
  const { report } = await gatherReport(outside, viewer, source);
  return { ...report, named: report.rows.length };
}

/** Of what is shown, not of the moment: it stays the same as long as nothing in Jira changes. */
function previewDigest(report: Report): string {
  return reportDigest({ ...report, at: 0 });
}

/**
 * Names exactly what everyone who may read the page will see of an edition that is published.
 *
 * @throws Refusal `PAGE_NOT_FOUND`, and as `issuesOf` does
 */
export async function previewEdition(
  outside: EditionOutside,
  viewer: Viewer,
  { pageId, source }: ProcedureInput<'edition.preview'>,
): Promise<EditionPreview> {
  await requirePage(outside, pageId);
  const report = await reportFor(outside, viewer, source);
  const requirements = report.rows.map(({ key, summary }) => ({ key, summary }));
  return { requirements, digest: previewDigest(report) };
}

/** Lets those pass whom the project's settings let freeze: who may edit its requirements, or its administrators. */
async function requireFreezer(outside: EditionOutside, projectId: string, { rows }: Report): Promise<void> {
  const { editorsFreeze } = await projectSettings(outside, projectId);
  const issueId = rows.find((row) => row.projectId === projectId)?.id ?? '';
  const [mayEdit, mayAdminister] = await outside.access.holds([
    { permission: 'EDIT_ISSUES', issueId },
    { permission: 'ADMINISTER_PROJECTS', projectId },
  ]);
  if (mayAdminister !== true && !(editorsFreeze && mayEdit === true)) throw new Refusal('NOT_ALLOWED');
}

type Input = ProcedureInput<'edition.freeze'>;

async function decided(outside: EditionOutside, viewer: Viewer, input: Input, report: Report, projectId: string) {
  const { commandId, pageId, macroId, name, note, date, forEveryone } = input;
  const sha256 = reportDigest(report);
  const events = await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'edition.frozen',
    load: () => outside.journal.commandEvents(commandId),
    decide: async (_, attempt) => {
      const id = outside.newId();
      await outside.editions.keep(id, pageId, report, outside.now());
      const before = await outside.editions.ofMacro(pageId, macroId);
      const texts = {
        name: attempt.keep('text', name),
        note: note === undefined ? null : attempt.keep('text', note),
      };
      const facts = { projectId, pageId, macroId, number: (before.at(-1)?.number ?? 0) + 1, date, sha256, ...texts };
      return [freeze(id, { ...facts, requirements: report.rows.length, forEveryone: forEveryone !== undefined })];
    },
  });
  return events.find(({ type }) => type === 'edition.frozen')?.itemId ?? '';
}

/**
 * Freezes what the person sees now as the macro's next edition, in the journal of the project that most of it belongs to.
 *
 * @throws Refusal `PAGE_NOT_FOUND`, `EDITION_EMPTY` when there is nothing to freeze, `NOT_ALLOWED`, `PREVIEW_OUTDATED`
 *   when what everyone would see is not what was previewed, and as `issuesOf` does
 */
export async function freezeEdition(outside: EditionOutside, viewer: Viewer, input: Input): Promise<EditionHead> {
  await requirePage(outside, input.pageId);
  const report = await reportFor(outside, viewer, input.source);
  const projectId = homeProject(report);
  if (projectId === null) throw new Refusal('EDITION_EMPTY');
  await requireFreezer(outside, projectId, report);
  if (input.forEveryone !== undefined && input.forEveryone !== previewDigest(report)) {
    throw new Refusal('PREVIEW_OUTDATED');
  }
  await noteForByline(outside, input.pageId);
  const edition = await outside.editions.find(await decided(outside, viewer, input, report, projectId));
  const [head] = await headsOf(outside, edition === null ? [] : [edition]);
  if (head === undefined) throw new Refusal('COMMAND_REUSED');
  return head;
}
