import Button from '@atlaskit/button/new';
import { TITLE_LIMIT } from '../../../../../../src/contract/changeLimits';
import { OPTION_KINDS } from '../../../../../../src/contract/changeVocabulary';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import { EffortFields } from '../../../components/EffortFields';
import { SelectField } from '../../../components/SelectField';
import { TextField } from '../../../components/TextField';
import { normalized, problemAt } from '../../../lib/fieldProblems';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import type { TypedOption } from './optionDraft';
import { optionName } from './optionName';
import { SwapPicker } from './SwapPicker';

interface OptionFieldsProps {
  readonly index: number;
  /** Whether it takes the focus when it appears. */
  readonly focused: boolean;
  readonly option: TypedOption;
  readonly changeId: string;
  readonly currency: string;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (next: Partial<TypedOption>) => void;
  /** Null for the only option there is. */
  readonly onRemove: (() => void) | null;
}

/** The longest sum that is still counted as one. */
const MONEY_LENGTH = 20;

/** One way to meet the request. */
export function OptionFields({
  index,
  option,
  focused,
  changeId,
  currency,
  problems,
  onChange,
  onRemove,
}: OptionFieldsProps) {
  const { t } = usePage();
  const path = `options.${String(index)}`;
  const { title } = option;
  return (
    <fieldset className="option-fields">
      <legend className="heading-small">
        {optionName(t, { kind: option.kind, title: title === '' ? null : title }, index)}
      </legend>
      <div className="field-pair">
        <SelectField
          label={t('change.option.kindLabel')}
          value={option.kind}
          choices={OPTION_KINDS}
          nameOf={(kind) => t(`change.option.kind.${kind}`)}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          label={t('change.option.ownTitle')}
          value={title}
          limit={TITLE_LIMIT}
          problem={problemAt(t, problems, `${path}.title`, normalized(title).length)}
          {...(focused ? { inputRef: focusOnMount } : {})}
          onChange={(next) => onChange({ title: next })}
        />
      </div>
      <EffortFields
        path={`${path}.effort`}
        value={option.effort}
        problems={problems}
        onChange={(effort) => onChange({ effort })}
      />
      <TextField
        label={t('change.option.fixedCost', { currency })}
        value={option.fixedCost}
        limit={MONEY_LENGTH}
        inputMode="decimal"
        problem={problemAt(t, problems, `${path}.fixedCost`)}
        onChange={(fixedCost) => onChange({ fixedCost })}
      />
      {option.kind === 'swap' ? (
        <SwapPicker
          changeId={changeId}
          effort={option.effort}
          dropped={option.dropped}
          problem={problemAt(t, problems, `${path}.dropped`)}
          onChange={(dropped) => onChange({ dropped })}
        />
      ) : null}
      {onRemove === null ? null : (
        <div className="button-row">
          <Button appearance="subtle" spacing="compact" onClick={onRemove}>
            {t('change.option.remove', { letter: String.fromCodePoint(65 + index) })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
