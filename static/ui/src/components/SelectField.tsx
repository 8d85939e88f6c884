import type { Ref } from 'react';
import { Field } from './Field';
import { Select } from './Select';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Value[];
  readonly nameOf: (choice: Value) => string;
  readonly onChange: (choice: Value) => void;
  readonly problem?: string | undefined;
  readonly controlRef?: Ref<HTMLSelectElement>;
}

/** A `Select` with its label and problem. */
export function SelectField<Value extends string>({ label, problem, ...select }: SelectFieldProps<Value>) {
  return (
    <Field label={label} problem={problem}>
      {(control) => <Select {...select} {...control} invalid={problem !== undefined} />}
    </Field>
  );
}
