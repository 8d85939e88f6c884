import type { IssueLabel } from '../../../../src/contract/issues';
import { openIssue } from '../lib/bridge';
import { usePage } from '../lib/Page';

/** The key of an issue; opens it in a tab of its own, so that nothing typed here is lost. */
export function IssueLink({ issue }: { readonly issue: Omit<IssueLabel, 'id'> }) {
  const { context } = usePage();
  return (
    <a
      className="issue-link"
      href={`${context.siteUrl}/browse/${issue.key}`}
      title={issue.summary}
      onClick={(event) => {
        event.preventDefault();
        void openIssue(issue.key);
      }}
    >
      {issue.key}
    </a>
  );
}
