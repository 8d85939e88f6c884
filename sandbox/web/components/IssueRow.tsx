import { TypeIcon } from './Icons';
import { Lozenge } from './Lozenge';
import type { Issue } from '../../api';

/** Another issue in one line: type, key, summary, status. */
export function IssueRow({ issue }: { readonly issue: Issue }) {
  return (
    <li className="issue-row">
      <TypeIcon type={issue.type} subtask={issue.subtask} />
      <a className="issue-row-key" href={`/browse/${issue.key}`}>
        {issue.key}
      </a>
      <a className="issue-row-summary" href={`/browse/${issue.key}`}>
        {issue.summary}
      </a>
      <Lozenge status={issue.status} category={issue.statusCategory} />
    </li>
  );
}
