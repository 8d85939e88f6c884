import type { QualityResult } from '../../../../../../src/contract/impact';
import type { IssueLabel } from '../../../../../../src/contract/issues';
import { IssueLine } from '../../../components/IssueLine';
import { usePage } from '../../../lib/Page';

interface GroupProps {
  readonly title: string;
  readonly empty: string;
  readonly issues: readonly IssueLabel[];
  readonly hidden: number;
}

function Group({ title, empty, issues, hidden }: GroupProps) {
  const { t } = usePage();
  return (
    <section className="group">
      <h4 className="heading-small">{title}</h4>
      {issues.length + hidden === 0 ? <p className="quiet">{empty}</p> : null}
      {issues.length === 0 ? null : (
        <ul className="issue-lines">
          {issues.map((issue) => (
            <IssueLine key={issue.id} issue={issue} />
          ))}
        </ul>
      )}
      {hidden === 0 ? null : <p className="quiet">{t('impact.hidden', { count: hidden })}</p>}
    </section>
  );
}

/** What has to be tested again, and what is known to be broken nearby. */
export function QualitySection({ quality }: { readonly quality: QualityResult }) {
  const { t } = usePage();
  const { tests, testsHidden, defects, defectsHidden } = quality;
  return (
    <>
      <Group
        title={t('impact.quality.testsTitle')}
        empty={t('impact.quality.noTests')}
        issues={tests}
        hidden={testsHidden}
      />
      <Group
        title={t('impact.quality.defectsTitle')}
        empty={t('impact.quality.noDefects')}
        issues={defects}
        hidden={defectsHidden}
      />
    </>
  );
}
