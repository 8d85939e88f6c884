import { useEffect, useRef, type Ref } from 'react';
import { useCombobox, type ComboboxOption } from './useCombobox';

interface ComboboxProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly value: string;
  readonly placeholder?: string;
  readonly options: readonly ComboboxOption[];
  /** Names the list for screen readers. */
  readonly listLabel: string;
  /** Stands in the list below what can be chosen: that more is on its way, or that there is nothing. */
  readonly remark?: string | undefined;
  readonly busy?: boolean;
  readonly invalid?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onType: (value: string) => void;
  readonly onTake: (option: ComboboxOption) => void;
}

interface OptionProps {
  readonly id: string;
  readonly option: ComboboxOption;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
}

function Option({ id, option, active, onPoint, onTake }: OptionProps) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // The keyboard acts through the input, which names this option as its active descendant.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      className="combobox-option"
      onMouseMove={onPoint}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={onTake}
    >
      <span>{option.label}</span>
      {option.detail === undefined ? null : <span className="quiet">{option.detail}</span>}
    </li>
  );
}

/** An input with suggestions. The list pushes down what follows: a floating one would be clipped by the frame. */
export function Combobox({ inputRef, ...props }: ComboboxProps) {
  const { id, options, remark, onTake } = props;
  const behaviour = useCombobox(options.length, (index) => {
    const option = options[index];
    if (option !== undefined) onTake(option);
  });
  const { expanded, active } = behaviour;
  const listId = `${id}list`;
  const optionId = (index: number): string => `${id}option${String(index)}`;
  return (
    <div className="combobox">
      <input
        ref={inputRef}
        id={id}
        className="control"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        value={props.value}
        placeholder={props.placeholder}
        aria-expanded={expanded}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        aria-busy={props.busy}
        onChange={(event) => {
          behaviour.typed();
          props.onType(event.target.value);
        }}
        onFocus={(event) => {
          event.target.select();
        }}
        onClick={behaviour.open}
        onBlur={behaviour.close}
        onKeyDown={behaviour.onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={props.listLabel} className="combobox-list" hidden={!expanded}>
        {options.map((option, index) => (
          <Option
            key={option.key}
            id={optionId(index)}
            option={option}
            active={index === active}
            onPoint={() => {
              behaviour.point(index);
            }}
            onTake={() => {
              onTake(option);
              behaviour.close();
            }}
          />
        ))}
        {remark === undefined ? null : (
          <li role="option" aria-selected="false" aria-disabled="true" className="combobox-empty">
            {remark}
          </li>
        )}
      </ul>
    </div>
  );
}
