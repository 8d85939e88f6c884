interface ChoicesProps {
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  /** Those chosen, one a line. */
  readonly value: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Any number of a few choices; they keep their order, in whichever order they are chosen. */
export function Choices({ choices, value, labelledBy, describedBy, onChange }: ChoicesProps) {
  const chosen = new Set(value.split('\n'));
  const toggle = (toggled: string): void => {
    const next = choices.filter((each) => chosen.has(each.value) !== (each.value === toggled));
    onChange(next.map((each) => each.value).join('\n'));
  };
  return (
    <div className="week" role="group" id={labelledBy} tabIndex={-1} aria-describedby={describedBy}>
      {choices.map((each) => (
        <label key={each.value} className="check">
          <input type="checkbox" checked={chosen.has(each.value)} onChange={() => toggle(each.value)} />
          {each.name}
        </label>
      ))}
    </div>
  );
}
