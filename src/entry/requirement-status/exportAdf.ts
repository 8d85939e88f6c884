import { z } from 'zod';
import { sqlEditions } from '../../adapters/sql/sqlEditions';
import { exportStatus } from '../../application/summary/exportStatus';
import type { Exported } from '../../application/summary/exportStatus';
import type { RequirementStatus } from '../../contract/summary';
import { outside } from '../outside';
import { reportError } from '../reportError';
import { sentencesIn } from '../sentences';
import { document, heading, link, panel, paragraph, table } from './adf';
import type { AdfNode } from './adf';

const configShape = z
  .object({ title: z.string().catch(''), edition: z.string().catch('') })
  .catch({ title: '', edition: '' });
/** Where the configuration stands is not documented: both places that are known are looked at. */
const payloadShape = z.object({
  context: z.object({
    localId: z.string().catch(''),
    locale: z.string().catch('en-US'),
    siteUrl: z.string().catch(''),
    extension: z.object({
      content: z.object({ id: z.string() }),
      space: z.object({ key: z.string() }).optional().catch(undefined),
      config: z.unknown().optional(),
    }),
  }),
  extensionPayload: z.object({ config: z.unknown().optional() }).optional().catch(undefined),
});
type Payload = z.output<typeof payloadShape>;
type Say = ReturnType<typeof sentencesIn>;

const CATEGORIES = ['done', 'indeterminate', 'new'] as const;

function figuresOf(say: Say, rows: readonly RequirementStatus[]): AdfNode {
  const count = (holds: (row: RequirementStatus) => boolean) => String(rows.filter(holds).length);
  const states = CATEGORIES.map((category) => [
    say(`status.category.${category}`),
    count(({ statusCategory }) => statusCategory === category),
  ]);
  return table(
    [say('status.chart.state'), say('status.chart.count')],
    [
      [say('status.figure.all'), String(rows.length)],
      ...states,
      [say('status.figure.late'), count(({ isLate }) => isLate)],
      [say('status.figure.waiting'), count(({ changes }) => changes.some(({ isWaiting }) => isWaiting))],
      [say('status.figure.feedback'), count(({ openFeedback }) => openFeedback > 0)],
    ],
  );
}

const COLUMNS = ['key', 'summary', 'status', 'progress', 'milestone', 'components', 'feedback', 'changes'] as const;

function cellsOf(say: Say, row: RequirementStatus): readonly string[] {
  const { progress, milestone, changes } = row;
  return [
    ...[row.key, row.summary, row.status],
    progress === null ? '' : say('status.progress', { done: progress.done, total: progress.total }),
    [milestone?.name ?? '', milestone?.releaseDate ?? ''].join(' '),
    row.components.join(', '),
    String(row.openFeedback),
    changes.map(({ number }) => say('status.change', { number })).join(', '),
  ];
}

function trendOf(say: Say, { summary: { trend } }: Exported): readonly AdfNode[] {
  if (trend.length < 2) return [];
  const head = [say('status.chart.day'), say('status.chart.scope'), say('status.chart.doneLine')];
  // A page of paper has room for a dozen.
  const stride = Math.ceil(trend.length / 12);
  const shown = trend.filter((_, index) => (trend.length - 1 - index) % stride === 0);
  const rows = shown.map(({ day, scope, done }) => [day, String(scope), String(done)]);
  return [heading(3, say('status.chart.trend')), table(head, rows)];
}

function editionOf(say: Say, exported: Exported): readonly AdfNode[] {
  const { head, summary } = exported;
  const { number, date, sha256, note, frozenAt } = head;
  const name = head.name ?? say('edition.noName');
  const moment = frozenAt.slice(0, 16).replace('T', ' ');
  return [
    paragraph(say('export.edition', { number, name, date, moment, sha256 })),
    ...(note === null ? [] : note.split('\n').map(paragraph)),
    figuresOf(say, summary.requirements),
    table(
      COLUMNS.map((column) => say(`status.column.${column}`)),
      summary.requirements.map((row) => cellsOf(say, row)),
    ),
    ...trendOf(say, exported),
  ];
}

function linkBack(say: Say, { context: { siteUrl, extension } }: Payload): readonly AdfNode[] {
  const { content, space } = extension;
  if (!siteUrl.startsWith('https://') || space === undefined) return [];
  return [link(say('export.link'), `${siteUrl}/wiki/spaces/${space.key}/pages/${content.id}`)];
}

/**
 * The macro in an export to PDF or Word, as Atlassian's document format. An export names no reader that can be relied on:
 * it holds what everyone who may read the page may see, and says so.
 *
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/
 */
export async function exportAdf(given: unknown) {
  const payload = payloadShape.parse(given);
  const { localId, locale, extension } = payload.context;
  const config = configShape.parse(payload.extensionPayload?.config ?? extension.config);
  const say = sentencesIn(locale);
  const title = config.title.trim() === '' ? say('module.requirementStatus.title') : config.title;
  try {
    const place = { pageId: extension.content.id, macroId: localId, chosen: config.edition };
    const exported = await exportStatus({ ...outside, editions: sqlEditions }, place);
    const shown = exported === null ? [paragraph(say('export.none'))] : editionOf(say, exported);
    const note = panel(say('export.unknown'), say('export.live'));
    return document([heading(2, title), ...shown, note, ...linkBack(say, payload)]);
  } catch (error) {
    const { code } = reportError(error, 'export');
    return document([heading(2, title), panel(say(`error.${code}`)), ...linkBack(say, payload)]);
  }
}
