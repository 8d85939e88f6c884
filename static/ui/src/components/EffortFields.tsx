import type { Ref } from 'react';
import type { FieldProblem } from '../../../../src/contract/errors';
import { EFFORT_PARTS, type TypedEffort } from '../lib/effort';
import { problemAt } from '../lib/fieldProblems';
import { usePage } from '../lib/Page';
import { Field } from './Field';

interface EffortFieldsProps {
  /** Where the effort lies in the payload. */
  readonly path: string;
  readonly value: TypedEffort;
  readonly problems: readonly FieldProblem[];
  readonly firstRef?: Ref<HTMLInputElement>;
  readonly onChange: (value: TypedEffort) => void;
}

/** Low, likely and high effort, in working days. */
export function EffortFields({ path, value, problems, firstRef, onChange }: EffortFieldsProps) {
  const { t } = usePage();
  const whole = problems.some((problem) => problem.path === path) ? problemAt(t, problems, path) : undefined;
  return (
    <fieldset className="effort-fields">
      <legend className="field-label">{t('impact.effort.legend')}</legend>
      <div className="effort-grid">
        {EFFORT_PARTS.map((part) => {
          const problem = problemAt(t, problems, `${path}.${part}`);
          return (
            <Field key={part} label={t(`impact.effort.${part}`)} problem={problem}>
              {({ id, describedBy }) => (
                <input
                  id={id}
                  ref={part === 'low' ? firstRef : undefined}
                  className="control"
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  value={value[part]}
                  aria-describedby={describedBy}
                  aria-invalid={problem !== undefined || whole !== undefined}
                  onChange={(event) => onChange({ ...value, [part]: event.target.value })}
                />
              )}
            </Field>
          );
        })}
      </div>
      {whole === undefined ? null : <p className="field-problem">{whole}</p>}
    </fieldset>
  );
}
