import type { Ref } from 'react';
import { normalized } from '../lib/fieldProblems';
import { usePage } from '../lib/Page';
import { Field } from './Field';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly limit: number;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly required?: boolean;
  readonly inputMode?: 'text' | 'decimal' | 'url';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
}

/** One line of text. Text over the limit is kept, and said to be too long. */
export function TextField({ required = false, inputMode = 'text', inputRef, ...props }: TextFieldProps) {
  const { t } = usePage();
  const { length } = normalized(props.value);
  const counted = length > props.limit ? t('form.length', { length, limit: props.limit }) : undefined;
  return (
    <Field label={props.label} hint={counted ?? props.hint} problem={props.problem}>
      {({ id, describedBy }) => (
        <input
          id={id}
          ref={inputRef}
          className="control"
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          value={props.value}
          aria-required={required}
          aria-invalid={props.problem !== undefined}
          aria-describedby={describedBy}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
