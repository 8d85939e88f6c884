import Button from '@atlaskit/button/new';
import type { IssueLabel } from '../../../../src/contract/issues';
import { usePage } from '../lib/Page';
import { IssueLine } from './IssueLine';
import { IssuePicker } from './IssuePicker';

interface IssueListFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly projectId: string;
  readonly value: readonly IssueLabel[];
  /** Ids of issues that are not offered although they are not chosen. */
  readonly without?: readonly string[];
  readonly onChange: (value: readonly IssueLabel[]) => void;
}

/** Several issues, looked up one by one. */
export function IssueListField({ value, without = [], onChange, ...props }: IssueListFieldProps) {
  const { t } = usePage();
  return (
    <div className="field">
      <IssuePicker
        {...props}
        without={[...without, ...value.map(({ id }) => id)]}
        onPick={(issue) => onChange([...value, issue])}
      />
      {value.length === 0 ? null : (
        <ul className="issue-lines" aria-label={props.label}>
          {value.map((issue) => (
            <IssueLine key={issue.id} issue={issue}>
              <Button
                appearance="subtle"
                spacing="compact"
                aria-label={t('issuePicker.remove', { key: issue.key })}
                onClick={() => onChange(value.filter(({ id }) => id !== issue.id))}
              >
                {t('issuePicker.removeShort')}
              </Button>
            </IssueLine>
          ))}
        </ul>
      )}
    </div>
  );
}
