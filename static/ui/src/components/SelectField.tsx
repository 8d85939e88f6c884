import type { Ref } from 'react';
import { Field } from './Field';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Value[];
  readonly nameOf: (choice: Value) => string;
  readonly onChange: (choice: Value) => void;
  readonly problem?: string | undefined;
  readonly controlRef?: Ref<HTMLSelectElement>;
}

/** One choice out of few. A native control: it is never clipped by the frame, and letters choose at once. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, choices, nameOf, onChange, problem, controlRef } = props;
  return (
    <Field label={label} problem={problem}>
      {({ id, describedBy }) => (
        <select
          className="control select"
          id={id}
          ref={controlRef}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice === event.target.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {nameOf(choice)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
