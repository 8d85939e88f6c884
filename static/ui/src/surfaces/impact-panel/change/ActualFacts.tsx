import type { ActualImpact } from '../../../../../../src/contract/change';
import { IssueLine } from '../../../components/IssueLine';
import { joined } from '../../../lib/i18n';
import { usePage } from '../../../lib/Page';

/** What was predicted, and what was really touched. */
export function ActualFacts({ actual }: { readonly actual: ActualImpact | null }) {
  const { t, formats } = usePage();
  if (actual === null) return null;
  const { predicted, touched, hits, recall, precision, listedShare, missed, missedHidden } = actual;
  return (
    <section className="thread" aria-label={t('change.actual.title')}>
      <h3 className="heading-small">{t('change.actual.title')}</h3>
      <p>{t('change.actual.sentence', { predicted, touched, hits })}</p>
      <p className="quiet small">
        {joined(t, [
          recall === null ? t('change.actual.noRecall') : t('change.actual.recall', { share: formats.percent(recall) }),
          precision === null
            ? t('change.actual.noPrecision')
            : t('change.actual.precision', { share: formats.percent(1 - precision) }),
          listedShare === null ? '' : t('change.actual.listed', { share: formats.percent(listedShare) }),
        ])}
      </p>
      {missed.length + missedHidden === 0 ? null : (
        <details>
          <summary>{t('change.actual.missed', { count: missed.length + missedHidden })}</summary>
          <ul className="issue-lines">
            {missed.map((issue) => (
              <IssueLine key={issue.id} issue={issue} />
            ))}
          </ul>
          {missedHidden === 0 ? null : <p className="quiet">{t('impact.hidden', { count: missedHidden })}</p>}
        </details>
      )}
    </section>
  );
}
