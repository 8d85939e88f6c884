import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { CALENDAR_DAYS_LIMIT } from '../../../../../../src/contract/settingsLimits';
import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { usePage } from '../../../lib/Page';
import { decode } from '../people/csv/decode';
import { FoundDays } from './FoundDays';
import { newDays, withDays, type CalendarDays } from './mergeDays';
import { readCalendar, type FoundCalendar } from './readCalendar';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 5;
const YEARS = { back: 1, ahead: 3 };

interface CalendarFileProps {
  readonly days: CalendarDays;
  readonly onAdd: (days: CalendarDays) => void;
}

type Problem = 'tooBig' | 'noText' | 'nothing' | 'tooMany';

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function yearsFrom(today: string, years: number): string {
  return `${String(Number(today.slice(0, 4)) + years)}${today.slice(4)}`;
}

function countOf({ holidays, extraWorkingDays }: CalendarDays): number {
  return Math.max(holidays.split('\n').length, extraWorkingDays.split('\n').length);
}

/** Reads a calendar file, shows what it would add, and fills that in; it holds once the form is saved. */
export function CalendarFile({ days, onAdd }: CalendarFileProps) {
  const { t, formats, announce } = usePage();
  const [found, setFound] = useState<FoundCalendar | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function understood(file: File): Promise<FoundCalendar | Problem> {
    if (file.size > MOST_MEGABYTES * MEGABYTE) return 'tooBig';
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    if (text === null) return 'noText';
    const today = formats.dayOf(Date.now());
    const window = { from: yearsFrom(today, -YEARS.back), to: yearsFrom(today, YEARS.ahead) };
    const calendar = await readCalendar(text, window, pause);
    return calendar.days.length === 0 && calendar.ignored.length === 0 ? 'nothing' : calendar;
  }

  async function read(file: File): Promise<void> {
    const result = await understood(file);
    setFound(typeof result === 'string' ? null : result);
    setProblem(typeof result === 'string' ? result : null);
  }

  const fresh = found === null ? [] : newDays(days, found.days);
  const next = withDays(days, fresh);
  const wrong = problem ?? (found !== null && countOf(next) > CALENDAR_DAYS_LIMIT ? 'tooMany' : null);
  const limit = wrong === 'tooMany' ? CALENDAR_DAYS_LIMIT : MOST_MEGABYTES;
  return (
    <div className="calendar-file">
      <Field
        label={t('calendarFile.choose')}
        hint={t('calendarFile.hint')}
        problem={wrong === null ? undefined : t(`calendarFile.problem.${wrong}`, { limit })}
      >
        {({ id, describedBy }) => (
          <input
            id={id}
            type="file"
            accept=".ics,text/calendar"
            aria-describedby={describedBy}
            aria-invalid={wrong !== null}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) void read(file);
            }}
          />
        )}
      </Field>
      {found === null ? null : (
        <Notice
          tone="information"
          title={t('calendarFile.preview')}
          actions={
            <>
              <Button
                spacing="compact"
                isDisabled={fresh.length === 0 || wrong !== null}
                onClick={() => {
                  onAdd(next);
                  setFound(null);
                  announce(t('calendarFile.added', { count: fresh.length }));
                }}
              >
                {t('calendarFile.add', { count: fresh.length })}
              </Button>
              <Button spacing="compact" appearance="subtle" onClick={() => setFound(null)}>
                {t('form.cancel')}
              </Button>
            </>
          }
        >
          <FoundDays found={found} fresh={fresh.length} />
        </Notice>
      )}
    </div>
  );
}
