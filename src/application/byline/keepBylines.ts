import { languageOf } from '../../domain/byline/byline';
import type { BylineFacts } from '../../domain/byline/byline';
import { mentionedKeys } from '../../domain/summary/mentions';
import { Refusal } from '../refusal';
import type { BylineOutside, NotedPage } from './ports';

const BATCH = 20;
/** A page takes up to four requests. */
const MOST_PAGES = 200;
/** What the requests for one page take at most, with the end of the invocation. */
const LAST_ROUND = 45_000;
const MINUTE = 60 * 1_000;
const AFTER_FAILURE = 15 * MINUTE;

/** What the last published edition of the page says of what its text mentions: nothing newer, and of nothing else. */
async function published(
  { editions }: BylineOutside,
  pageId: string,
  mentioned: ReadonlySet<string>,
): Promise<BylineFacts['published']> {
  const all = await editions.onPage(pageId);
  const last = all.findLast(({ forEveryone, isErased }) => forEveryone && !isErased);
  const report = last === undefined ? null : await editions.content(last.id);
  if (last === undefined || report === null) return null;
  const waiting = report.rows.filter(
    ({ key, changes }) => mentioned.has(key) && changes.some(({ isWaiting }) => isWaiting),
  );
  return { waiting: waiting.length, date: last.date };
}

async function renew(outside: BylineOutside, { pageId }: NotedPage): Promise<void> {
  const page = await outside.bylines.page(pageId);
  if (page === null) return;
  const keys = new Set(mentionedKeys(page.body, page.site));
  if (keys.size === 0) {
    await outside.bylines.set(pageId, null);
    return;
  }
  const facts = { mentioned: keys.size, published: await published(outside, pageId, keys) };
  await outside.bylines.set(pageId, outside.say(facts, languageOf(page.title, page.body)));
}

/** One after the other; a page on which Confluence fails does not keep the others waiting. */
async function renewOne(outside: BylineOutside, page: NotedPage): Promise<void> {
  const { notes, now } = outside;
  try {
    await renew(outside, page);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'CONFLUENCE_RATE_LIMITED') {
      await notes.pause(now() + (error.details.retryAfterSeconds ?? 0) * 1_000);
      throw error;
    }
    if (error.code !== 'NOT_ALLOWED') await notes.note(page.pageId, now() + AFTER_FAILURE);
  }
  await notes.done(page);
}

/**
 * Tells the bylines of pages that were noted what everyone who may read the page may know, until all are in step, this
 * run has done enough or time runs short.
 *
 * @returns how many pages were looked at
 * @throws Refusal when Confluence asks to wait or the storage does not answer; the next run goes on from there
 */
export async function keepBylines(outside: BylineOutside): Promise<number> {
  let seen = 0;
  while (seen < MOST_PAGES) {
    const pages = await outside.notes.due(outside.now(), BATCH);
    for (const page of pages) {
      if (outside.remaining() < LAST_ROUND) return seen;
      await renewOne(outside, page);
      seen += 1;
    }
    if (pages.length < BATCH) break;
  }
  return seen;
}
