import type { ReactNode } from 'react';
import type { IssueLabel } from '../../../../src/contract/issues';
import { IssueLink } from './IssueLink';

/** An issue in one line: key and summary, and what may be done with it. */
export function IssueLine({ issue, children }: { readonly issue: IssueLabel; readonly children?: ReactNode }) {
  return (
    <li className="issue-line">
      <IssueLink issue={issue} />
      <span className="issue-summary">{issue.summary}</span>
      {children}
    </li>
  );
}
