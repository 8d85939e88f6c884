import { lazy } from 'react';
import type { ForecastRecord, ScheduleResult } from '../../../../../../../src/contract/impact';
import type { IssueLabel } from '../../../../../../../src/contract/issues';
import { IssueLink } from '../../../../components/IssueLink';
import { PartBoundary } from '../../../../components/PartBoundary';
import { usePage } from '../../../../lib/Page';
import { MilestoneSentences } from './MilestoneSentences';
import { ScheduleTable } from './ScheduleTable';

const Picture = lazy(async () => ({ default: (await import('./SchedulePicture')).SchedulePicture }));

function Record({ record }: { readonly record: ForecastRecord }) {
  const { t, formats } = usePage();
  const { p50, p80, p95 } = record.held;
  return (
    <p className="small">
      {t('impact.schedule.record', {
        count: record.count,
        p50: formats.percent(p50),
        p80: formats.percent(p80),
        p95: formats.percent(p95),
      })}
    </p>
  );
}

function Cycles({ cycles }: { readonly cycles: readonly (readonly IssueLabel[])[] }) {
  const { t } = usePage();
  if (cycles.length === 0) return null;
  return (
    <section className="group">
      <h4 className="heading-small">{t('impact.schedule.cycles')}</h4>
      <p className="quiet small">{t('impact.schedule.cyclesMean')}</p>
      <ul className="sentences">
        {cycles.map((cycle) => (
          <li key={cycle.map(({ id }) => id).join(' ')} className="keys-inline">
            {cycle.map((issue) => (
              <IssueLink key={issue.id} issue={issue} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether anything has a day that a picture could show. */
function isInSight({ milestones, overall, horizon }: ScheduleResult): boolean {
  const ranges = overall === null ? milestones : [...milestones, overall];
  return ranges.some(({ before, after }) => before.p50 < horizon || after.p50 < horizon);
}

/** When every milestone would be ready, before and after, as sentences, a picture and a table. */
export function ScheduleSection({ schedule }: { readonly schedule: ScheduleResult }) {
  const { t } = usePage();
  const { milestones, overall, basis, trackRecord, cycles } = schedule;
  if (basis === 'none' || (milestones.length === 0 && overall === null)) {
    return (
      <>
        <p>{t('impact.schedule.noneLong')}</p>
        <Cycles cycles={cycles} />
      </>
    );
  }
  return (
    <>
      <MilestoneSentences schedule={schedule} />
      {isInSight(schedule) ? (
        <>
          <PartBoundary fallback={<span className="bone bone-block" />}>
            <Picture schedule={schedule} />
          </PartBoundary>
          <ScheduleTable schedule={schedule} />
        </>
      ) : null}
      <p className="quiet small">{t(`impact.schedule.basis.${basis}`)}</p>
      {trackRecord === null ? (
        <p className="quiet small">{t('impact.schedule.noRecord')}</p>
      ) : (
        <Record record={trackRecord} />
      )}
      <Cycles cycles={cycles} />
    </>
  );
}
