import ICAL from 'ical.js';
import { blocksOf } from './contentLines';
import type { Block } from './contentLines';

/** Days of single events are looked at, and repetitions followed, so far and no further. */
export interface CalendarWindow {
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
}

export interface FoundDay {
  readonly day: string;
  readonly kind: 'holiday' | 'working';
  readonly name: string;
  /** Where in the file its event begins. */
  readonly line: number;
}

export interface Ignored {
  readonly line: number;
  readonly name: string | null;
  readonly reason: 'brokenLine' | 'brokenEvent' | 'timed' | 'cancelled' | 'unmarked' | 'outside' | 'endless' | 'works';
}

export interface FoundCalendar {
  readonly days: readonly FoundDay[];
  readonly ignored: readonly Ignored[];
}

/** A repetition that comes this often, or an event this long, is no holiday. */
const MOST_REPETITIONS = 2_000;
const MOST_DAYS = 60;
const REPEATING: ReadonlySet<string> = new Set(['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY']);
/** After so many events the page gets a moment to answer. */
const PAUSE_AFTER = 200;

type Mark = 'holiday' | 'working' | null;

/**
 * What an event says of its day: Apple's calendar of China by a property, others by 休 (off) or 班 (work) in the name.
 * All other values of that property mark days that are neither.
 */
function markOf(event: ICAL.Component, name: string): Mark {
  switch (String(event.getFirstPropertyValue('x-apple-special-day') ?? '').toUpperCase()) {
    case 'WORK-HOLIDAY':
      return 'holiday';
    case 'ALTERNATE-WORKDAY':
      return 'working';
  }
  if (/^班|[（([【「｜|\s·-]班|班[）)\]】」｜|]|补班|補班|调休上班|調休上班/u.test(name)) return 'working';
  return /^休|[（([【「｜|\s·-]休|休[）)\]】」｜|]|放假|休假/u.test(name) ? 'holiday' : null;
}

function dayOf({ year, month, day }: ICAL.Time): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

interface Occasion {
  readonly line: number;
  readonly name: string;
  readonly mark: Mark;
  readonly days: readonly string[];
}
type Read = Occasion | Ignored;

/** The days of an occurrence: `end` is the first day after it, as the standard has it. */
function span(start: ICAL.Time, length: number): readonly string[] {
  return Array.from({ length }, (_, index) => {
    const day = start.clone();
    day.addDuration(ICAL.Duration.fromSeconds(index * 86_400));
    return dayOf(day);
  });
}

function startsOf(event: ICAL.Event, { to }: CalendarWindow): readonly ICAL.Time[] | null {
  if (!event.isRecurring()) return [event.startDate];
  const starts: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let count = 0; count < MOST_REPETITIONS; count += 1) {
    // At the end the library gives nothing, which its types do not say.
    const next = iterator.next() as ICAL.Time | undefined;
    if (next === undefined || dayOf(next) > to) return starts;
    starts.push(next);
  }
  return null;
}

function lengthOf(event: ICAL.Event): number {
  const seconds = event.endDate.subtractDate(event.startDate).toSeconds();
  return Math.max(1, Math.round(seconds / 86_400));
}

function repeatsByDays(component: ICAL.Component): boolean {
  return component.getAllProperties('rrule').every((property) => {
    const rule = property.getFirstValue();
    return rule instanceof ICAL.Recur && REPEATING.has(rule.freq);
  });
}

/** A first day in the form of the standard; the library takes other forms for days that they are not. */
const FIRST_DAY = /^DTSTART(?:;[^:]*)?:\d{8}(?:T\d{6}Z?)?\s*$/iu;

function parsed(block: Block): ICAL.Component | null {
  if (!block.whole || !block.lines.some(({ text }) => FIRST_DAY.test(text))) return null;
  try {
    const text = ['BEGIN:VEVENT', ...block.lines.map((each) => each.text), 'END:VEVENT'].join('\r\n');
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
    return component.getFirstPropertyValue('dtstart') instanceof ICAL.Time ? component : null;
  } catch {
    return null;
  }
}

function readEvent(block: Block, window: CalendarWindow): Read {
  const { line } = block;
  const component = parsed(block);
  if (component === null) return { line, name: null, reason: 'brokenEvent' };
  const name = String(component.getFirstPropertyValue('summary') ?? '').trim();
  const ignored = (reason: Ignored['reason']): Ignored => ({ line, name, reason });
  if (String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED')
    return ignored('cancelled');
  try {
    const event = new ICAL.Event(component);
    if (!event.startDate.isDate) return ignored('timed');
    const length = lengthOf(event);
    if (length > MOST_DAYS || !repeatsByDays(component)) return ignored('endless');
    const starts = startsOf(event, window);
    if (starts === null) return ignored('endless');
    const days = starts.flatMap((start) => span(start, length)).filter((day) => day >= window.from && day <= window.to);
    return days.length === 0 ? ignored('outside') : { line, name, mark: markOf(component, name), days };
  } catch {
    return ignored('brokenEvent');
  }
}

/** A file that marks days off and days of work means nothing by the others, such as solar terms. */
function sorted(occasions: readonly Occasion[]): FoundCalendar {
  const marks = occasions.some(({ mark }) => mark !== null);
  const days = new Map<string, FoundDay>();
  const ignored: Ignored[] = [];
  const byWork = [...occasions].sort((a, b) => Number(b.mark === 'working') - Number(a.mark === 'working'));
  for (const { line, name, mark, days: own } of byWork) {
    if (marks && mark === null) {
      ignored.push({ line, name, reason: 'unmarked' });
      continue;
    }
    const kind = mark ?? 'holiday';
    const worked = own.filter((day) => days.get(day)?.kind === 'working');
    if (kind === 'holiday' && worked.length === own.length) ignored.push({ line, name, reason: 'works' });
    for (const day of own) if (!days.has(day)) days.set(day, { day, kind, name, line });
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), ignored };
}

/**
 * Reads the holidays of a calendar file, and the days that are worked although the week says no, as China moves them.
 * What is broken is named and takes nothing else along. `pause` is awaited now and then, so that a long file does not
 * stop the page.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc5545
 */
export async function readCalendar(
  text: string,
  window: CalendarWindow,
  pause: () => Promise<void>,
): Promise<FoundCalendar> {
  const { blocks, broken } = blocksOf(text);
  const occasions: Occasion[] = [];
  const ignored: Ignored[] = broken.map(({ line }) => ({ line, name: null, reason: 'brokenLine' }));
  for (const [index, block] of blocks.entries()) {
    if (index % PAUSE_AFTER === PAUSE_AFTER - 1) await pause();
    const read = readEvent(block, window);
    if ('reason' in read) ignored.push(read);
    else occasions.push(read);
  }
  const found = sorted(occasions);
  return { days: found.days, ignored: [...ignored, ...found.ignored].sort((a, b) => a.line - b.line) };
}
