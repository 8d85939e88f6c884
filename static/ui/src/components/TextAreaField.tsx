import type { Ref } from 'react';
import { normalized } from '../lib/fieldProblems';
import { usePage } from '../lib/Page';
import { Field } from './Field';

/** From this share of the limit on, the length is shown. */
const NEARLY_FULL = 0.8;

interface TextAreaFieldProps {
  readonly label: string;
  readonly value: string;
  readonly limit: number;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly rows?: number;
  readonly required?: boolean;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

/** A text of several lines that grows with what is typed. Text over the limit is kept, and said to be too long. */
export function TextAreaField({ rows = 3, required = false, inputRef, ...props }: TextAreaFieldProps) {
  const { t } = usePage();
  const { length } = normalized(props.value);
  const counted = length > props.limit * NEARLY_FULL ? t('form.length', { length, limit: props.limit }) : undefined;
  return (
    <Field label={props.label} hint={counted ?? props.hint} problem={props.problem}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          ref={inputRef}
          className="control text-area"
          rows={rows}
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
