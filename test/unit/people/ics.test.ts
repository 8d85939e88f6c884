import { readCalendar } from '../../../static/ui/src/surfaces/project-settings/calendar/readCalendar';

const WINDOW = { from: '2025-11-25', to: '2029-11-25' };
const never = () => Promise.resolve();
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const read = (...events: readonly string[]) => readCalendar(file(...events), WINDOW, never);
const days = async (...events: readonly string[]) =>
  (await read(...events)).days.map(({ day, kind }) => `${day} ${kind}`);
const reasons = async (...events: readonly string[]) =>
  (await read(...events)).ignored.map(({ line, reason }) => [line, reason]);

describe('a calendar file', () => {
  it('gives a holiday for each day of an event of whole days', async () => {
    const found = await read(
      event('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas'),
      event('DTSTART;VALUE=DATE:20270101', 'SUMMARY:New', ' Year'),
      event('DTSTART;VALUE=DATE:20270105', 'DURATION:P2D', 'SUMMARY:Two'),
    );
    expect(found).toEqual({
      days: [
        { day: '2026-12-25', kind: 'holiday', name: 'Christmas', line: 3 },
        { day: '2026-12-26', kind: 'holiday', name: 'Christmas', line: 3 },
        { day: '2027-01-01', kind: 'holiday', name: 'NewYear', line: 8 },
        { day: '2027-01-05', kind: 'holiday', name: 'Two', line: 13 },
        { day: '2027-01-06', kind: 'holiday', name: 'Two', line: 13 },
      ],
      ignored: [],
    });
  });

  it('repeats what repeats, inside the window and without its exceptions', async () => {
    const yearly = event(
      'DTSTART;VALUE=DATE:20000501',
      'RRULE:FREQ=YEARLY',
      'EXDATE;VALUE=DATE:20270501',
      'SUMMARY:May',
    );
    expect(await days(yearly)).toEqual(['2026-05-01 holiday', '2028-05-01 holiday', '2029-05-01 holiday']);
    const until = event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=2', 'SUMMARY:First');
    expect(await days(until)).toEqual(['2026-01-05 holiday', '2026-02-02 holiday']);
  });

  it.each([
    ['hourly', event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=SECONDLY', 'SUMMARY:x')],
    ['daily for ever', event('DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=DAILY', 'SUMMARY:x')],
    ['for a year on end', event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101', 'SUMMARY:x')],
  ])('leaves out what comes %s', async (_, endless) => {
    expect(await read(endless)).toMatchObject({ days: [], ignored: [{ line: 3, reason: 'endless' }] });
  });

  it('takes the days that China moves from the property of Apple', async () => {
    const special = (day: string, value: string, name: string) =>
      event(`DTSTART;VALUE=DATE:${day}`, `SUMMARY;LANGUAGE=zh_CN:${name}`, `X-APPLE-SPECIAL-DAY:${value}`);
    const found = await read(
      special('20260215', 'WORK-HOLIDAY', '春节（休）'),
      special('20260214', 'ALTERNATE-WORKDAY', '春节（班）'),
      event('DTSTART;VALUE=DATE:20260303', 'SUMMARY:元宵节'),
      special('20260214', 'TRUE', '情人节'),
    );
    expect(found.days.map(({ day, kind }) => [day, kind])).toEqual([
      ['2026-02-14', 'working'],
      ['2026-02-15', 'holiday'],
    ]);
    expect(found.ignored.map(({ name, reason }) => [name, reason])).toEqual([
      ['元宵节', 'unmarked'],
      ['情人节', 'unmarked'],
    ]);
  });

  it.each([
    ['国庆节（休）', 'holiday'],
    ['休｜国庆节', 'holiday'],
    ['国庆节 休', 'holiday'],
    ['国庆节（班）', 'working'],
    ['班｜国庆节', 'working'],
    ['国庆节 补班', 'working'],
  ])('knows the mark in a name: %s', async (name, kind) => {
    expect(await days(event('DTSTART;VALUE=DATE:20261010', `SUMMARY:${name}`))).toEqual([`2026-10-10 ${kind}`]);
  });

  it('takes a day that is both for worked', async () => {
    const found = await read(
      event('DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261003', 'SUMMARY:国庆节（休）'),
      event('DTSTART;VALUE=DATE:20261002', 'SUMMARY:国庆节（班）'),
      event('DTSTART;VALUE=DATE:20261002', 'SUMMARY:也（休）'),
    );
    expect(found.days.map(({ day, kind }) => [day, kind])).toEqual([
      ['2026-10-01', 'holiday'],
      ['2026-10-02', 'working'],
    ]);
    expect(found.ignored).toMatchObject([{ name: '也（休）', reason: 'works' }]);
  });

  it('names what it leaves out by its line, and the reason', async () => {
    expect(
      await reasons(
        event('DTSTART:20261001T090000Z', 'DTEND:20261001T100000Z', 'SUMMARY:Meeting'),
        event('DTSTART;VALUE=DATE:20261001', 'STATUS:CANCELLED', 'SUMMARY:Off'),
        event('DTSTART;VALUE=DATE:19991001', 'SUMMARY:Long ago'),
        event('SUMMARY:No day'),
        event('DTSTART;VALUE=DATE:2026-13-77', 'SUMMARY:No day'),
      ),
    ).toEqual([
      [3, 'timed'],
      [8, 'cancelled'],
      [13, 'outside'],
      [17, 'brokenEvent'],
      [20, 'brokenEvent'],
    ]);
  });

  it('goes on behind broken lines and events that never end', async () => {
    const text = [
      'BEGIN:VCALENDAR',
      'this is no line of a calendar',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261001',
      'nor is this',
      'SUMMARY:Kept',
      'BEGIN:VALARM',
      'TRIGGER:-PT1H',
      'SUMMARY:Not this',
      'END:VALARM',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261002',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261003',
      'SUMMARY:Kept too',
      'END:VEVENT',
    ].join('\n');
    const found = await readCalendar(text, WINDOW, never);
    expect(found.days.map(({ day, name }) => [day, name])).toEqual([
      ['2026-10-01', 'Kept'],
      ['2026-10-03', 'Kept too'],
    ]);
    expect(found.ignored.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'brokenLine'],
      [5, 'brokenLine'],
      [12, 'brokenEvent'],
    ]);
  });

  it('of five megabytes is read, with pauses', async () => {
    const one = event('DTSTART;VALUE=DATE:20261001', 'SUMMARY:A day', `DESCRIPTION:${'x'.repeat(1_000)}`);
    let pauses = 0;
    const text = file(...Array.from({ length: 4_500 }, () => one));
    const found = await readCalendar(text, WINDOW, () => {
      pauses += 1;
      return Promise.resolve();
    });
    expect(found.days).toHaveLength(1);
    expect(pauses).toBe(22);
  });

  it('that is none gives nothing', async () => {
    expect(await readCalendar('', WINDOW, never)).toEqual({ days: [], ignored: [] });
  });

  it('with a day that never comes does not hang', async () => {
    const found = await read(
      event('DTSTART;VALUE=DATE:20260201', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'SUMMARY:x'),
    );
    expect(found.days.length).toBeLessThanOrEqual(4);
  });
});
