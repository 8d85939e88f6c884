import fc from 'fast-check';
import { DateTime } from 'luxon';
import { workingDayAfter, workingDaysBetween } from '../../../../src/domain/impact/schedule/calendar';
import type { WorkingWeek } from '../../../../src/domain/impact/schedule/calendar';

const week: WorkingWeek = { workingDays: [1, 2, 3, 4, 5], holidays: [], extraWorkingDays: [] };
/** Spring Festival of 2026 in China: nine days off, two weekend days worked for it. */
const china: WorkingWeek = {
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
  extraWorkingDays: ['2026-02-14', '2026-02-28'],
};

function isWorked({ workingDays, holidays, extraWorkingDays }: WorkingWeek, day: DateTime): boolean {
  const name = day.toFormat('yyyy-MM-dd');
  return extraWorkingDays.includes(name) || (workingDays.includes(day.weekday) && !holidays.includes(name));
}

const dayIn = (from: string, count: number) =>
  fc.nat(count).map((days) => DateTime.fromISO(from, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd'));
const calendars = fc.record({
  workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  holidays: fc.array(dayIn('2026-01-01', 60), { maxLength: 20 }),
  extraWorkingDays: fc.array(dayIn('2026-01-01', 60), { maxLength: 10 }),
});

describe('working days', () => {
  it.each([
    ['nothing to do', week, '2026-03-07', 0, '2026-03-07'],
    ['a part of a day', week, '2026-03-02', 0.2, '2026-03-03'],
    ['one day', week, '2026-03-02', 1, '2026-03-03'],
    ['over a weekend', week, '2026-03-06', 1, '2026-03-09'],
    ['from a Sunday', week, '2026-03-08', 2, '2026-03-10'],
    ['a day and a bit', week, '2026-03-05', 1.01, '2026-03-09'],
    ['a year of weeks', week, '2026-03-02', 260, '2027-03-01'],
    ['a Saturday that is worked', china, '2026-02-13', 1, '2026-02-14'],
    ['over the holidays', china, '2026-02-14', 1, '2026-02-24'],
    ['Sunday to Thursday', { ...week, workingDays: [7, 1, 2, 3, 4] }, '2026-03-05', 1, '2026-03-08'],
    ['a holiday that is worked all the same', { ...week, holidays: ['2026-03-03'], extraWorkingDays: ['2026-03-03'] }, '2026-03-02', 1, '2026-03-03'], // prettier-ignore
    ['a day named twice', { ...week, holidays: ['2026-03-03', '2026-03-03'] }, '2026-03-02', 1, '2026-03-04'],
    ['more than any calendar has', week, '2026-03-02', 1e9, '9999-12-31'],
    ['a week without work', { ...week, workingDays: [] }, '2026-03-02', 1, '9999-12-31'],
  ])('after a day: %s', (_, calendar, from, days, end) => {
    expect(workingDayAfter(calendar, from, days)).toBe(end);
  });

  it('are those that a walk day by day meets', () => {
    fc.assert(
      fc.property(calendars, dayIn('2025-12-20', 90), fc.nat(40), (calendar, from, span) => {
        let day = DateTime.fromISO(from, { zone: 'utc' });
        let count = 0;
        for (let walked = 0; walked < span; walked += 1) {
          day = day.plus({ days: 1 });
          if (!isWorked(calendar, day)) continue;
          count += 1;
          expect(workingDayAfter(calendar, from, count)).toBe(day.toFormat('yyyy-MM-dd'));
        }
        expect(workingDaysBetween(calendar, from, day.toFormat('yyyy-MM-dd'))).toBe(count);
        expect(workingDaysBetween(calendar, day.toFormat('yyyy-MM-dd'), from) + count).toBe(0);
      }),
    );
  });

  it('make a date by chance and by day alike', () => {
    const finish = fc.double({ min: 0.01, max: 60, noNaN: true });
    fc.assert(
      fc.property(calendars, dayIn('2025-12-20', 60), dayIn('2025-12-20', 120), finish, (calendar, from, to, days) => {
        const made = days <= workingDaysBetween(calendar, from, to);
        expect(workingDayAfter(calendar, from, days) <= to).toBe(made);
      }),
    );
  });

  it('refuse what is no day', () => {
    expect(() => workingDayAfter(week, '2026-02-30', 1)).toThrow(RangeError);
    expect(() => workingDaysBetween(week, '2026-02-01', 'soon')).toThrow(RangeError);
  });
});
