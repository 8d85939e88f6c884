import { useState } from 'react';
import { flushSync } from 'react-dom';
import Button from '@atlaskit/button/new';
import { OPTIONS_LIMIT } from '../../../../../../src/contract/changeLimits';
import type { ImpactOverview } from '../../../../../../src/contract/change';
import { DraftNotice } from '../../../components/DraftNotice';
import { Form } from '../../../components/Form';
import { FormFailure } from '../../../components/FormFailure';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useDraft } from '../../../lib/useDraft';
import { newOption, optionProblems, optionsPayload, storedOptions, typedOption, type TypedOption } from './optionDraft';
import { OptionFields } from './OptionFields';
import { optionName } from './optionName';
import { draftName, target, type ChangeFormProps } from './operations';
import { useChangeForm } from './useChangeForm';

const ADD_BUTTON = 'add-option';

/** The ways to meet the request that are weighed against each other. */
export function OptionsForm({ change, operations, overview }: ChangeFormProps & { readonly overview: ImpactOverview }) {
  const { t } = usePage();
  const [initial] = useState<readonly TypedOption[]>(() => change.options.map(typedOption));
  const draft = useDraft(draftName('options', change.id), initial, storedOptions);
  const form = useChangeForm(draft, operations);
  const options = draft.value;
  const [focused, setFocused] = useState(options[0]?.id);

  const replace = (index: number, next: Partial<TypedOption>): void =>
    draft.update(options.map((option, at) => (at === index ? { ...option, ...next } : option)));

  function add(): void {
    const option = newOption(options);
    setFocused(option.id);
    draft.update([...options, option]);
  }

  function remove(id: string): void {
    flushSync(() => draft.update(options.filter((option) => option.id !== id)));
    document.getElementById(ADD_BUTTON)?.focus();
  }

  function submit(): Promise<void> {
    return form.submit({
      problems: optionProblems(options),
      message: 'change.option.done',
      send: () =>
        call('change.edit', {
          ...target(change, draft.commandId),
          changes: { options: optionsPayload(options) },
        }),
    });
  }

  const names = (all: readonly Pick<TypedOption, 'kind' | 'title'>[]): string =>
    all.map(({ kind, title }, index) => optionName(t, { kind, title: title === '' ? null : title }, index)).join('\n');
  return (
    <Form
      title={t('change.option.title')}
      submitLabel={form.conflicting ? t('conflict.apply') : t('change.option.submit')}
      busy={form.command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        <FormFailure
          failure={form.command.failure}
          differences={[
            {
              label: t('change.field.options'),
              theirs: names(change.options.map(typedOption)),
              mine: names(options),
            },
          ]}
          onRetry={() => void submit()}
          onDrop={form.drop}
        />
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      {options.map((option, index) => (
        <OptionFields
          key={option.id}
          index={index}
          option={option}
          focused={option.id === focused}
          changeId={change.id}
          currency={overview.currency}
          problems={form.problems.map((problem) => ({
            ...problem,
            path: problem.path.replace(/^changes\./u, ''),
          }))}
          onChange={(next) => replace(index, next)}
          onRemove={options.length === 1 ? null : () => remove(option.id)}
        />
      ))}
      {options.length >= OPTIONS_LIMIT ? null : (
        <div className="button-row">
          <Button id={ADD_BUTTON} spacing="compact" onClick={add}>
            {t('change.option.add')}
          </Button>
        </div>
      )}
    </Form>
  );
}
