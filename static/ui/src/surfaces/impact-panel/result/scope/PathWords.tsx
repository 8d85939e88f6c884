import type { PathStep } from '../../../../../../../src/contract/impact';
import { IssueLink } from '../../../../components/IssueLink';
import type { Translate } from '../../../../lib/i18n';
import { usePage } from '../../../../lib/Page';

function wordsOf(t: Translate, { words, relation }: PathStep): string {
  if (relation === 'parent') return t('impact.path.parent');
  if (relation === 'child') return t('impact.path.child');
  return words ?? t('impact.path.linked');
}

function Step({ step, index }: { readonly step: PathStep; readonly index: number }) {
  const { t } = usePage();
  return (
    <>
      {index === 0 ? null : (
        <>
          {index === 1 ? ' ' : t('impact.path.comma')}
          <em>{wordsOf(t, step)}</em>{' '}
        </>
      )}
      {step.issue === null ? (
        <span className="quiet">{t('impact.path.hidden')}</span>
      ) : (
        <IssueLink issue={step.issue} />
      )}
    </>
  );
}

/** Why an issue is affected: "FCREPO-12 is required by FCREPO-40, implemented by …". */
export function PathWords({ path }: { readonly path: readonly PathStep[] }) {
  const { t } = usePage();
  if (path.length === 0) return <p className="path quiet">{t('impact.path.added')}</p>;
  return (
    <p className="path">
      {path.map((step, index) => (
        <Step key={step.issue?.id ?? index} step={step} index={index} />
      ))}
    </p>
  );
}
