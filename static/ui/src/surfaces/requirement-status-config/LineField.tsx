import { Field } from '../../components/Field';

interface LineProps {
  readonly label: string;
  readonly hint: string;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly limit: number;
  readonly onChange: (value: string) => void;
}

/** A text of one line, which cannot be longer than its limit. */
export function LineField({ label, hint, problem, value, limit, onChange }: LineProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <input
          id={id}
          className="control"
          value={value}
          maxLength={limit}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
