import type { Day } from '../../../../src/contract/feedback';
import { Field } from './Field';

interface DayFieldProps {
  readonly label: string;
  /** Empty while none is chosen. */
  readonly value: Day;
  readonly min?: Day;
  readonly max?: Day;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly onChange: (value: Day) => void;
}

/** A calendar day, chosen with the browser's own control. */
export function DayField({ label, value, min, max, hint, problem, onChange }: DayFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <input
          id={id}
          className="control"
          type="date"
          min={min}
          max={max}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
