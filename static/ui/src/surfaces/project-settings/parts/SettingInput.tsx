import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { SettingsView } from '../../../../../../src/contract/settings';
import { Field } from '../../../components/Field';
import { problemAt } from '../../../lib/fieldProblems';
import { usePage } from '../../../lib/Page';
import type { SettingField } from '../state/fields';
import { lines, textAt } from '../state/typed';
import { Origin } from './Origin';
import { Choices } from './Choices';
import { WeekDays } from './WeekDays';

interface SettingInputProps {
  readonly field: SettingField;
  readonly view: SettingsView;
  /** What is chosen here; undefined where the site's choice or what is built in holds. */
  readonly text: string | undefined;
  /** What speaks for the value. */
  readonly reason?: string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (text: string) => void;
  readonly onSetBack: () => void;
}

interface ControlProps {
  readonly field: SettingField;
  readonly value: string;
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly onChange: (text: string) => void;
}

function Control({ field, value, id, describedBy, isInvalid, onChange }: ControlProps) {
  const { t } = usePage();
  const shared = { id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid };
  switch (field.kind) {
    case 'names':
    case 'days':
      return (
        <textarea
          {...shared}
          className="control text-area"
          rows={2}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'switch':
      return (
        <select {...shared} className="control select" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="true">{t('settings.on')}</option>
          <option value="false">{t('settings.off')}</option>
        </select>
      );
    case 'weekDays':
      return <WeekDays value={value} labelledBy={id} describedBy={describedBy} onChange={onChange} />;
    case 'choices':
      return (
        <Choices
          choices={(field.choices ?? []).map((each) => ({ value: each.value, name: t(each.label) }))}
          value={value}
          labelledBy={id}
          describedBy={describedBy}
          onChange={onChange}
        />
      );
    case 'number':
    case 'whole':
    case 'share':
    case 'text':
      return (
        <input
          {...shared}
          className="control"
          type="text"
          inputMode={field.kind === 'text' ? 'text' : 'decimal'}
          placeholder={field.optional === true ? t('settings.none') : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

/** Longer lists of names help nobody to choose. */
const MOST_NAMES = 20;

function useHint({ hint, suggests }: SettingField, { inUse }: SettingsView, chosen: string): string | undefined {
  const { t, formats } = usePage();
  const names = suggests === undefined ? [] : inUse[suggests];
  const known = new Set(names.map((name) => name.toLowerCase()));
  const missing = names.length === 0 ? [] : lines(chosen).filter((name) => !known.has(name.toLowerCase()));
  const others = names.length - MOST_NAMES;
  const shown = formats.list(names.slice(0, MOST_NAMES));
  const hints = [
    ...(hint === undefined ? [] : [t(hint)]),
    ...(missing.length === 0 ? [] : [t('settings.notInUse', { names: formats.list(missing) })]),
    ...(names.length === 0 ? [] : [t('settings.inUse', { names: shown })]),
    ...(others > 0 ? [t('settings.inUseMore', { count: others })] : []),
  ];
  return hints.length === 0 ? undefined : hints.join(' ');
}

/** One value with where it comes from, and the way back to what holds otherwise. */
export function SettingInput({ field, view, text, reason, problems, onChange, onSetBack }: SettingInputProps) {
  const { t } = usePage();
  const problem = problemAt(t, problems, `choices.${field.path}`);
  const usual = useHint(field, view, text ?? '');
  const hint = reason ?? usual;
  const value = text ?? textAt(view.defaults, field.path) ?? '';
  return (
    <div className="setting">
      <Field label={t(field.label)} hint={hint} problem={problem}>
        {({ id, describedBy }) => (
          <Control
            field={field}
            value={value}
            id={id}
            describedBy={describedBy}
            isInvalid={problem !== undefined}
            onChange={onChange}
          />
        )}
      </Field>
      <Origin
        name={t(field.label)}
        isChosen={text !== undefined}
        isProposed={reason !== undefined}
        isSites={textAt(view.siteChoices, field.path) !== undefined}
        onSetBack={onSetBack}
      />
    </div>
  );
}
