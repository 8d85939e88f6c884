import type { DataUsage } from '../../../../../../src/contract/data';
import { FailureNotice } from '../../../components/FailureNotice';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { Part } from './Part';
import { useReading } from './useReading';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE ** 2;

function Shares({ usage }: { readonly usage: DataUsage }) {
  const { t, formats } = usePage();
  const { shares, siteBytes, limitBytes } = usage;
  const size = (bytes: number) =>
    bytes < MEGABYTE
      ? t('data.usage.kilobytes', { size: formats.number(Math.ceil(bytes / KILOBYTE)) })
      : t('data.usage.megabytes', { size: formats.number(bytes / MEGABYTE) });
  const own = shares.reduce((sum, { bytes }) => sum + bytes, 0);
  const all = siteBytes ?? own;
  const sentence = t(siteBytes === null ? 'data.usage.ownOnly' : 'data.usage.ofLimit', {
    used: size(all),
    limit: size(limitBytes),
    share: formats.percent(all / limitBytes),
  });
  return (
    <>
      <div className="progress">
        <span>{sentence}</span>
        <meter aria-label={sentence} value={all} max={limitBytes} high={limitBytes * 0.8} />
      </div>
      <div className="scrolled">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('data.usage.kind')}</th>
              <th scope="col">{t('data.usage.rows')}</th>
              <th scope="col">{t('data.usage.size')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ kind, rows, bytes }) => (
              <tr key={kind}>
                <th scope="row">{t(`data.kind.${kind}`)}</th>
                <td>{formats.number(rows)}</td>
                <td>{size(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const readUsage = (projectId: string) => call('data.usage', { projectId });

/** What the project takes of what the platform gives the installation. */
export function UsagePart() {
  const { t } = usePage();
  const { reading, read } = useReading(readUsage);
  return (
    <Part title={t('data.usage.title')} about={t('data.usage.about')}>
      {reading.phase === 'loading' ? <p className="quiet">{t('data.loading')}</p> : null}
      {reading.phase === 'failed' ? <FailureNotice failure={reading.failure} onRetry={() => void read()} /> : null}
      {reading.phase === 'ready' ? <Shares usage={reading.data} /> : null}
    </Part>
  );
}
