import type { TrackRecord } from '../../../../../../src/contract/impact';
import { Scroller } from '../../../components/Scroller';
import { usePage } from '../../../lib/Page';

/** How right the analyses of this project have been, in a sentence, and by link type on demand. */
export function TrackRecordNote({ record }: { readonly record: TrackRecord }) {
  const { t, formats } = usePage();
  const { analyses, found, falseAlarms, listedShare, byLinkType } = record;
  if (analyses === 0 || found === null) return <p className="quiet small">{t('impact.record.none')}</p>;
  const values = { count: analyses, found: formats.percent(found), false: formats.percent(falseAlarms ?? 0) };
  return (
    <div className="record small">
      <p>{t('impact.record.sentence', values)}</p>
      {listedShare === null ? null : (
        <p className="quiet">{t('impact.record.listed', { share: formats.percent(listedShare) })}</p>
      )}
      {byLinkType.length === 0 ? null : (
        <details>
          <summary>{t('impact.record.byType')}</summary>
          <Scroller label={t('impact.record.byType')}>
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">{t('impact.record.type')}</th>
                  <th scope="col">{t('impact.record.predicted')}</th>
                  <th scope="col">{t('impact.record.hits')}</th>
                </tr>
              </thead>
              <tbody>
                {byLinkType.map(({ type, predicted, hits }) => (
                  <tr key={type}>
                    <th scope="row">{type}</th>
                    <td>{formats.number(predicted)}</td>
                    <td>{formats.number(hits)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
          <p className="quiet">{t(record.tuning ? 'impact.record.tuned' : 'impact.record.untuned')}</p>
        </details>
      )}
    </div>
  );
}
