import { DateTime } from 'luxon';
import type { NoticeOutside } from '../../application/notices/ports';
import type { Letter, LetterLine } from '../../domain/notices/letter';
import type { Waiting } from '../../domain/notices/waiting';
import { sentencesIn } from '../sentences';

type Say = ReturnType<typeof sentencesIn>;
type DayOf = (instant: number) => string;

/** The longest subject that mail programs show and mail servers take. */
const LONGEST_SUBJECT = 150;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

/** Text of somebody else as one line: nothing of it begins a line, or a header, of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function daysOf(locale: string, timeZone: string): DayOf {
  return (instant) =>
    DateTime.fromMillis(instant, {
      zone: timeZone,
      locale: locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US',
    }).toLocaleString(DateTime.DATE_MED);
}

function counts(say: Say, { overdue, decisions }: Letter): string {
  const said = [
    ...(overdue > 0 ? [say('notice.overdue', { count: overdue })] : []),
    ...(decisions > 0 ? [say('notice.decisions', { count: decisions })] : []),
  ];
  return said.join(say('notice.and'));
}

/** What waits on one issue: overdue feedback together, each change by its number. */
function matters(say: Say, dayOf: DayOf, waiting: readonly Waiting[]): readonly string[] {
  const feedback = (['response', 'resolution'] as const).flatMap((what) => {
    const [oldest, ...others] = waiting.filter((each) => each.what === what);
    if (oldest === undefined) return [];
    return [say(`notice.${what}`, { count: others.length + 1, day: dayOf(oldest.since) })];
  });
  const changes = waiting
    .filter((each) => each.what === 'decision')
    .map(({ number, since }) => say('notice.decision', { number: number ?? 0, day: dayOf(since) }));
  return [...feedback, ...changes];
}

function textLine({ issue }: LetterLine, said: readonly string[], address: string): string {
  return [`${issue.key} ${oneLine(issue.summary)}`, ...said.map((each) => `  ${each}`), `  ${address}`].join('\n');
}

function htmlLine({ issue }: LetterLine, said: readonly string[], address: string): string {
  const name = escaped(`${issue.key} ${oneLine(issue.summary)}`);
  return `<li><a href="${escaped(address)}">${name}</a><br>${said.map(escaped).join('<br>')}</li>`;
}

/** Puts a letter into the reader's language: as text, and as HTML in which nothing but ours is markup. */
export const compose: NoticeOutside['compose'] = (letter, { locale, timeZone }, site) => {
  const say = sentencesIn(locale);
  const dayOf = daysOf(locale, timeZone);
  const lines = letter.lines.map((line) => ({
    line,
    said: matters(say, dayOf, line.waiting),
    address: `${site.url}/browse/${encodeURIComponent(line.issue.key)}`,
  }));
  const project = letter.lines[0]?.issue.key.replace(/-\d+$/u, '') ?? '';
  const more = letter.more > 0 ? [say('notice.more', { count: letter.more })] : [];
  const head = counts(say, letter);
  const why = say('notice.why');
  return {
    subject: Array.from(say('notice.subject', { project, counts: head }))
      .slice(0, LONGEST_SUBJECT)
      .join(''),
    textBody: [head, ...lines.map(({ line, said, address }) => textLine(line, said, address)), ...more, why].join(
      '\n\n',
    ),
    htmlBody: [
      `<p>${escaped(head)}</p>`,
      `<ul>${lines.map(({ line, said, address }) => htmlLine(line, said, address)).join('')}</ul>`,
      ...more.map((each) => `<p>${escaped(each)}</p>`),
      `<p>${escaped(why)}</p>`,
    ].join('\n'),
  };
};
