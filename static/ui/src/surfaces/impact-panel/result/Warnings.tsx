import type { ImpactWarning } from '../../../../../../src/contract/impact';
import { IssueLink } from '../../../components/IssueLink';
import { Notice } from '../../../components/Notice';
import { usePage } from '../../../lib/Page';

const SHOWN_ISSUES = 12;

function Warning({ warning: { code, count = 0, names = [], issues = [] } }: { readonly warning: ImpactWarning }) {
  const { t, formats } = usePage();
  return (
    <li>
      {t(`impact.warning.${code}`, { count, names: formats.list(names) })}
      {issues.length === 0 ? null : (
        <span className="keys-inline">
          {issues.slice(0, SHOWN_ISSUES).map((issue) => (
            <IssueLink key={issue.id} issue={issue} />
          ))}
        </span>
      )}
    </li>
  );
}

/** What is missing or doubtful, before any figure. */
export function Warnings({ warnings }: { readonly warnings: readonly ImpactWarning[] }) {
  const { t } = usePage();
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warning" title={t('impact.warnings')}>
      <ul className="sentences">
        {warnings.map((warning) => (
          <Warning key={warning.code} warning={warning} />
        ))}
      </ul>
    </Notice>
  );
}
