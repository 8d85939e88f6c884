import type { FieldProblem } from '../../../../../../../src/contract/errors';
import { CALENDAR_DAYS_LIMIT } from '../../../../../../../src/contract/settingsLimits';
import { Field } from '../../../../components/Field';
import { TextAreaField } from '../../../../components/TextAreaField';
import { TextField } from '../../../../components/TextField';
import { problemAt } from '../../../../lib/fieldProblems';
import { usePage } from '../../../../lib/Page';
import { CalendarImport } from '../../calendar/CalendarImport';
import { WeekDays } from '../../parts/WeekDays';
import type { ClientTyped } from './differences';

interface CalendarFieldsProps {
  readonly typed: ClientTyped;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (change: Partial<ClientTyped>) => void;
}

/** A day and a line break. */
const DAY_LENGTH = 11;

/** When a client works: as the project, or in a calendar of its own. */
export function CalendarFields({ typed, problems, onChange }: CalendarFieldsProps) {
  const { t } = usePage();
  const { ownCalendar, workingDays, opens, closes, holidays, extraWorkingDays } = typed;
  const problem = (field: string) => problemAt(t, problems, `calendar.${field}`);
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={ownCalendar}
          onChange={(event) => onChange({ ownCalendar: event.target.checked })}
        />
        {t('people.hasOwnCalendar')}
      </label>
      {ownCalendar ? (
        <>
          <Field label={t('settings.field.workingDays')} problem={problem('workingDays')}>
            {({ id, describedBy }) => (
              <WeekDays
                value={workingDays}
                labelledBy={id}
                describedBy={describedBy}
                onChange={(value) => onChange({ workingDays: value })}
              />
            )}
          </Field>
          <div className="entry-grid">
            <TextField
              label={t('people.field.opens')}
              value={opens}
              limit={5}
              hint={t('people.hint.hours')}
              problem={problem('opens')}
              onChange={(value) => onChange({ opens: value })}
            />
            <TextField
              label={t('people.field.closes')}
              value={closes}
              limit={5}
              problem={problem('closes')}
              onChange={(value) => onChange({ closes: value })}
            />
            <TextAreaField
              label={t('settings.field.holidays')}
              value={holidays}
              limit={CALENDAR_DAYS_LIMIT * DAY_LENGTH}
              hint={t('settings.hint.days')}
              problem={problem('holidays')}
              onChange={(value) => onChange({ holidays: value })}
            />
            <TextAreaField
              label={t('settings.field.extraWorkingDays')}
              value={extraWorkingDays}
              limit={CALENDAR_DAYS_LIMIT * DAY_LENGTH}
              hint={t('settings.hint.extraWorkingDays')}
              problem={problem('extraWorkingDays')}
              onChange={(value) => onChange({ extraWorkingDays: value })}
            />
          </div>
          <CalendarImport days={{ holidays, extraWorkingDays }} onAdd={onChange} />
        </>
      ) : null}
    </>
  );
}
