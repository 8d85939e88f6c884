import { SelectField } from '../../../../components/SelectField';

interface ZoneFieldProps {
  readonly label: string;
  /** What it is called that none is chosen. */
  readonly none: string;
  readonly value: string | null;
  readonly problem?: string | undefined;
  readonly onChange: (value: string | null) => void;
}

/** A time zone out of all that the browser knows. */
export function ZoneField({ label, none, value, problem, onChange }: ZoneFieldProps) {
  const known = Intl.supportedValuesOf('timeZone');
  const choices = ['', ...(value === null || known.includes(value) ? known : [value, ...known])];
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      choices={choices}
      nameOf={(choice) => (choice === '' ? none : choice.replaceAll('_', ' '))}
      problem={problem}
      onChange={(choice) => onChange(choice === '' ? null : choice)}
    />
  );
}
