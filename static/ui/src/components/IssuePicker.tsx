import { useEffect, useRef, useState } from 'react';
import type { IssueLabel } from '../../../../src/contract/issues';
import { findIssues } from '../lib/issueSearch';
import { usePage } from '../lib/Page';
import { Combobox } from './Combobox';
import { Field } from './Field';

const TYPING_PAUSE_MILLISECONDS = 250;

interface IssuePickerProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly projectId: string;
  /** Ids of issues that are not offered. */
  readonly without: readonly string[];
  readonly onPick: (issue: IssueLabel) => void;
}

interface Found {
  readonly issues: readonly IssueLabel[];
  readonly state: 'idle' | 'busy' | 'found' | 'failed';
}

/** Looks an issue of the project up by its key or words of its summary, as the viewer sees them in Jira. */
export function IssuePicker({ label, hint, problem, projectId, without, onPick }: IssuePickerProps) {
  const { t } = usePage();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ issues: [], state: 'idle' });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef('');
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(typed: string): void {
    setText(typed);
    latest.current = typed;
    clearTimeout(timer.current);
    if (typed.trim() === '') {
      setFound({ issues: [], state: 'idle' });
      return;
    }
    setFound((before) => ({ ...before, state: 'busy' }));
    timer.current = setTimeout(() => {
      findIssues(projectId, typed).then(
        (issues) => {
          if (latest.current === typed) setFound({ issues, state: 'found' });
        },
        () => {
          if (latest.current === typed) setFound({ issues: [], state: 'failed' });
        },
      );
    }, TYPING_PAUSE_MILLISECONDS);
  }

  const offered = found.issues.filter(({ id }) => !without.includes(id));
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
          onType={search}
          onTake={({ key }) => {
            const issue = offered.find((each) => each.id === key);
            if (issue === undefined) return;
            setText('');
            setFound({ issues: [], state: 'idle' });
            onPick(issue);
          }}
        />
      )}
    </Field>
  );
}
