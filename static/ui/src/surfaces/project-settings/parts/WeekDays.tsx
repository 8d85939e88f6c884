import { usePage } from '../../../lib/Page';
import { Choices } from './Choices';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

interface WeekDaysProps {
  /** ISO week days, one a line. */
  readonly value: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The days of the week that are worked. */
export function WeekDays({ value, labelledBy, describedBy, onChange }: WeekDaysProps) {
  const { context } = usePage();
  const names = new Intl.DateTimeFormat(context.locale, { weekday: 'short', timeZone: 'UTC' });
  const days = DAYS.map((day) => ({ value: String(day), name: names.format(MONDAY + (day - 1) * DAY) }));
  return <Choices choices={days} value={value} labelledBy={labelledBy} describedBy={describedBy} onChange={onChange} />;
}
