import type { Ref } from 'react';

interface SelectProps<Value extends string> {
  readonly id: string;
  readonly value: Value;
  readonly choices: readonly Value[];
  readonly nameOf: (choice: Value) => string;
  readonly onChange: (choice: Value) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly controlRef?: Ref<HTMLSelectElement> | undefined;
}

/** One choice out of few. A native control: it is never clipped by the frame, and letters choose at once. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { id, value, choices, nameOf, onChange, describedBy, invalid, controlRef } = props;
  return (
    <select
      className="control select"
      id={id}
      ref={controlRef}
      value={value}
      aria-describedby={describedBy}
      aria-invalid={invalid}
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
  );
}
