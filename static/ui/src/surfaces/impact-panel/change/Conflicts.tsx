import Button from '@atlaskit/button/new';
import type { ChangeConflict } from '../../../../../../src/contract/change';
import { IssueLink } from '../../../components/IssueLink';
import { Notice } from '../../../components/Notice';
import { usePage } from '../../../lib/Page';
import { changeTitle } from './changeTitle';

interface ConflictsProps {
  readonly conflicts: readonly ChangeConflict[];
  readonly onOpen: (changeId: string) => void;
}

/** Other open change requests that touch some of the same issues. */
export function Conflicts({ conflicts, onOpen }: ConflictsProps) {
  const { t } = usePage();
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="warning" title={t('change.conflicts.title')}>
      <ul className="sentences">
        {conflicts.map(({ change, shared, hidden }) => (
          <li key={change.id} className="conflict">
            <Button appearance="subtle" spacing="compact" onClick={() => onOpen(change.id)}>
              {changeTitle(t, change)}
            </Button>
            <span className="keys-inline">
              {t('change.conflicts.shared')}
              {shared.map((issue) => (
                <IssueLink key={issue.id} issue={issue} />
              ))}
              {hidden === 0 ? null : <span className="quiet">{t('impact.hidden', { count: hidden })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
