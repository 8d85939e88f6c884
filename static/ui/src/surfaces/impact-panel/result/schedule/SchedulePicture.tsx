import type { FinishRange, ScheduleResult } from '../../../../../../../src/contract/impact';
import type { Day } from '../../../../../../../src/contract/feedback';
import { usePage } from '../../../../lib/Page';
import { timeScale, type TimeScale } from './timeScale';
import './schedule.css';

function Range({
  range,
  scale,
  kind,
}: {
  readonly range: FinishRange;
  readonly scale: TimeScale;
  readonly kind: 'before' | 'after';
}) {
  const left = scale.at(range.p50);
  return (
    <div className="range-track">
      <span
        className={`range range-${kind}`}
        style={{ left: `${left}%`, width: `${Math.max(0.8, scale.at(range.p95) - left)}%` }}
      />
      <span className={`range-p80 range-p80-${kind}`} style={{ left: `${scale.at(range.p80)}%` }} />
    </div>
  );
}

interface LaneProps {
  readonly name: string;
  readonly date: Day | null;
  readonly before: FinishRange;
  readonly after: FinishRange;
  readonly scale: TimeScale;
}

function Lane({ name, date, before, after, scale }: LaneProps) {
  const { t, formats } = usePage();
  return (
    <div className="lane">
      <p className="lane-name">
        {name}
        {date === null ? null : (
          <span className="quiet small">{t('impact.schedule.due', { day: formats.day(date) })}</span>
        )}
      </p>
      <div className="lane-field">
        {scale.ticks.map((tick) => (
          <span key={tick} className="tick" style={{ left: `${scale.at(tick)}%` }} />
        ))}
        <Range range={before} scale={scale} kind="before" />
        <Range range={after} scale={scale} kind="after" />
        {date === null ? null : <span className="due" style={{ left: `${scale.at(date)}%` }} />}
      </div>
    </div>
  );
}

function Axis({ scale }: { readonly scale: TimeScale }) {
  const { formats } = usePage();
  return (
    <div className="axis">
      {scale.ticks.map((tick) => (
        <span key={tick} className="axis-label small quiet" style={{ left: `${scale.at(tick)}%` }}>
          {formats.month(tick)}
        </span>
      ))}
    </div>
  );
}

/** The range from P50 to P95 of each milestone, before above after; hidden from screen readers, who have the table. */
export function SchedulePicture({ schedule }: { readonly schedule: ScheduleResult }) {
  const { t } = usePage();
  const scale = timeScale(schedule);
  const { milestones, overall } = schedule;
  return (
    <figure className="schedule">
      <div aria-hidden="true">
        {milestones.map(({ version, before, after }) => (
          <Lane key={version.id} name={version.name} date={version.date} before={before} after={after} scale={scale} />
        ))}
        {overall === null ? null : (
          <Lane name={t('impact.schedule.everything')} date={null} {...overall} scale={scale} />
        )}
        <Axis scale={scale} />
      </div>
      <figcaption className="legend small">
        <span className="legend-item">
          <span className="swatch range-before" />
          {t('impact.schedule.legendBefore')}
        </span>
        <span className="legend-item">
          <span className="swatch range-after" />
          {t('impact.schedule.legendAfter')}
        </span>
        <span className="legend-item">
          <span className="swatch swatch-p80" />
          {t('impact.schedule.legendP80')}
        </span>
        <span className="legend-item">
          <span className="swatch swatch-due" />
          {t('impact.schedule.legendDue')}
        </span>
      </figcaption>
    </figure>
  );
}
