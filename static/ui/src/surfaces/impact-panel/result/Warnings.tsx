import type { ImpactWarning } from '../../../../../../src/contract/impact';
import { IssueLink } from '../../../components/IssueLink';
import { Notice } from '../../../components/Notice';
import { usePage } from '../../../lib/Page';

const SHOWN_ISSUES = 12;
/** These doubt no figure, they say why there is none: they stand where it would. */
const WITH_COST: ReadonlySet<ImpactWarning['code']> = new Set(['noRate', 'noBudget']);

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

/** Why sums of money or shares of the budget are missing. */
export function CostWarnings({ warnings }: { readonly warnings: readonly ImpactWarning[] }) {
  const { t } = usePage();
  return warnings
    .filter(({ code }) => WITH_COST.has(code))
    .map(({ code }) => (
      <p key={code} className="quiet small">
        {t(`impact.warning.${code}`)}
      </p>
    ));
}

/** What is missing or doubtful, before any figure. */
export function Warnings({ warnings }: { readonly warnings: readonly ImpactWarning[] }) {
  const { t } = usePage();
  const shown = warnings.filter(({ code }) => !WITH_COST.has(code));
  if (shown.length === 0) return null;
  return (
    <Notice tone="warning" title={t('impact.warnings')}>
      <ul className="sentences">
        {shown.map((warning) => (
          <Warning key={warning.code} warning={warning} />
        ))}
      </ul>
    </Notice>
  );
}
