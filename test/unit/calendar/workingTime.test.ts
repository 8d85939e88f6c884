import fc from 'fast-check';
import { DateTime, Duration } from 'luxon';
import type { CalendarSettings } from '../../../src/contract/settings';
import { addWorkingTime, calendarOf } from '../../../src/domain/calendar/workingTime';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';

const officeHours = (timeZone: string, chosen: Partial<CalendarSettings> = {}) =>
  calendarOf({ ...DEFAULT_SETTINGS.calendar, ...chosen }, timeZone);
const berlin = officeHours('Europe/Berlin');
const at = (local: string, zone = 'Europe/Berlin') => DateTime.fromISO(local, { zone }).toMillis();
const hours = (count: number) => Duration.fromObject({ hours: count });

describe('working time', () => {
  it.each([
    ['within one day', '2026-03-02T10:00', 4, '2026-03-02T14:00'],
    ['over the night', '2026-03-02T15:00', 4, '2026-03-03T11:00'],
    ['over the weekend', '2026-03-06T16:00', 4, '2026-03-09T12:00'],
    ['from before opening', '2026-03-02T06:30', 1, '2026-03-02T10:00'],
    ['from a Sunday', '2026-03-08T12:00', 8, '2026-03-09T17:00'],
    ['over the start of summer time', '2026-03-27T13:00', 8, '2026-03-30T13:00'],
  ])('counts %s', (_, start, amount, end) => {
    expect(addWorkingTime(at(start), hours(amount), berlin)).toBe(at(end));
  });

  it.each<[string, Partial<CalendarSettings>, string, number, string]>([
    ['no holiday', { holidays: ['2026-03-03'] }, '2026-03-02T15:00', 4, '2026-03-04T11:00'],
    ['a Saturday that is worked', { extraWorkingDays: ['2026-03-07'] }, '2026-03-06T16:00', 4, '2026-03-07T12:00'],
    ['half hours of opening', { opens: 8.5, closes: 16.75 }, '2026-03-02T06:00', 8.25, '2026-03-02T16:45'],
    ['the zone of the project', { timeZone: 'Asia/Shanghai' }, '2026-03-02T00:00', 8, '2026-03-02T10:00'],
    ['days without an end', { opens: 0, closes: 24 }, '2026-03-06T12:00', 24, '2026-03-09T12:00'],
  ])('keeps to what the project chose: %s', (_, chosen, start, amount, end) => {
    expect(addWorkingTime(at(start), hours(amount), officeHours('Europe/Berlin', chosen))).toBe(at(end));
  });

  it('ends within working hours, and more time never ends sooner', () => {
    const start = fc.integer({ min: at('2020-01-01'), max: at('2035-01-01') });
    const zone = fc.constantFrom('Europe/Berlin', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata');
    const amount = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(start, zone, amount, amount, (begin, timeZone, one, two) => {
        const calendar = officeHours(timeZone);
        const end = addWorkingTime(begin, hours(one), calendar);
        const local = DateTime.fromMillis(end, { zone: timeZone });
        expect(local.weekday).toBeLessThanOrEqual(5);
        expect(local.hour * 60 + local.minute).toBeGreaterThanOrEqual(9 * 60);
        expect(local.hour * 60 + local.minute).toBeLessThanOrEqual(17 * 60);
        expect(addWorkingTime(begin, hours(one + two), calendar)).toBeGreaterThan(end);
        expect(addWorkingTime(end, hours(two), calendar)).toBe(addWorkingTime(begin, hours(one + two), calendar));
      }),
    );
  });

  it('refuses a calendar without working time', () => {
    expect(() => addWorkingTime(0, hours(1), { ...berlin, workingDays: new Set() })).toThrow(RangeError);
    expect(() => addWorkingTime(0, hours(1), { ...berlin, closes: 9 })).toThrow(RangeError);
    expect(() => addWorkingTime(0, hours(-1), berlin)).toThrow(RangeError);
  });
});
