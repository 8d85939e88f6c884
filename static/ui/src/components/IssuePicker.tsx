import type { IssueLabel } from '../../../../src/contract/issues';
import { findIssues } from '../lib/issueSearch';
import { usePage } from '../lib/Page';
import { useSearch } from '../lib/useSearch';
import { Combobox } from './Combobox';
import { Field } from './Field';

interface IssuePickerProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly projectId: string;
  /** Ids of issues that are not offered. */
  readonly without: readonly string[];
  readonly onPick: (issue: IssueLabel) => void;
}

/** Looks an issue of the project up by its key or words of its summary, as the viewer sees them in Jira. */
export function IssuePicker({ label, hint, problem, projectId, without, onPick }: IssuePickerProps) {
  const { t } = usePage();
  const { text, found, type, clear } = useSearch((typed) => findIssues(projectId, typed));
  const offered = found.items.filter(({ id }) => !without.includes(id));
  const remarks = {
    idle: t('issuePicker.type'),
    busy: t('list.loading'),
    failed: t('issuePicker.failed'),
    found: offered.length === 0 ? t('issuePicker.none') : undefined,
  };
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <Combobox
          id={id}
          describedBy={describedBy}
          value={text}
          placeholder={t('issuePicker.placeholder')}
          options={offered.map((issue) => ({ key: issue.id, label: issue.key, detail: issue.summary }))}
          listLabel={label}
          remark={remarks[found.state]}
          busy={found.state === 'busy'}
          invalid={problem !== undefined}
          onType={type}
          onTake={({ key }) => {
            const issue = offered.find((each) => each.id === key);
            if (issue === undefined) return;
            clear();
            onPick(issue);
          }}
        />
      )}
    </Field>
  );
}
