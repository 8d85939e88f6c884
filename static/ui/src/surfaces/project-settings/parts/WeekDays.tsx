import { usePage } from '../../../lib/Page';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

interface WeekDaysProps {
  /** ISO week days, one a line. */
  readonly value: string;
  readonly labelledBy: string;
  readonly onChange: (value: string) => void;
}

/** The days of the week that are worked. */
export function WeekDays({ value, labelledBy, onChange }: WeekDaysProps) {
  const { context } = usePage();
  const names = new Intl.DateTimeFormat(context.locale, { weekday: 'short', timeZone: 'UTC' });
  const chosen = new Set(value.split('\n'));
  const toggle = (day: number): void => {
    const next = DAYS.filter((each) => (each === day ? !chosen.has(String(each)) : chosen.has(String(each))));
    onChange(next.join('\n'));
  };
  return (
    <div className="week" role="group" id={labelledBy} tabIndex={-1}>
      {DAYS.map((day) => (
        <label key={day} className="check">
          <input type="checkbox" checked={chosen.has(String(day))} onChange={() => toggle(day)} />
          {names.format(MONDAY + (day - 1) * DAY)}
        </label>
      ))}
    </div>
  );
}
