import { usePage } from '../../../lib/Page';
import type { FoundCalendar } from './readCalendar';

/** How many days, and how much of what was left out, are listed. */
const MOST_LISTED = 50;

interface FoundDaysProps {
  readonly found: FoundCalendar;
  /** How many of the days are not in the calendar yet. */
  readonly fresh: number;
}

function Others({ count }: { readonly count: number }) {
  const { t } = usePage();
  return count <= MOST_LISTED ? null : (
    <p className="quiet">{t('people.import.others', { count: count - MOST_LISTED })}</p>
  );
}

/** What a calendar file says, day by day, and what of it means nothing here. */
export function FoundDays({ found: { days, ignored }, fresh }: FoundDaysProps) {
  const { t, formats } = usePage();
  return (
    <>
      <p>{t('calendarFile.found', { fresh, known: days.length - fresh })}</p>
      <ul>
        {days.slice(0, MOST_LISTED).map(({ day, kind, name }) => (
          <li key={day}>{t('calendarFile.line', { day: formats.day(day), kind: t(`calendarFile.${kind}`), name })}</li>
        ))}
      </ul>
      <Others count={days.length} />
      {ignored.length === 0 ? null : (
        <details>
          <summary>{t('calendarFile.ignored', { count: ignored.length })}</summary>
          <ul>
            {ignored.slice(0, MOST_LISTED).map(({ line, name, reason }) => (
              <li key={`${String(line)} ${reason}`}>
                {t('calendarFile.ignoredLine', { line, name: name ?? '', reason: t(`calendarFile.reason.${reason}`) })}
              </li>
            ))}
          </ul>
          <Others count={ignored.length} />
        </details>
      )}
    </>
  );
}
