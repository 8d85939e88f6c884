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
  readonly horizon: Day;
}

function Lane({ name, date, before, after, scale, horizon }: LaneProps) {
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
        {(
          [
            ['before', before],
            ['after', after],
          ] as const
        ).map(([kind, range]) =>
          range.p50 >= horizon ? (
            <p key={kind} className="range-unseen small quiet">
              {t('impact.schedule.beyond', { day: formats.day(horizon) })}
            </p>
          ) : (
            <Range key={kind} range={range} scale={scale} kind={kind} />
          ),
        )}
        {date === null ? null : <span className="due" style={{ left: `${scale.at(date)}%` }} />}
      </div>
    </div>
  );
}

function Axis({ scale }: { readonly scale: TimeScale }) {
  const { formats } = usePage();
  return (
    <div className="axis">
      {scale.ticks.map((tick, index) => (
        <span key={tick} className="axis-label small quiet" style={{ left: `${scale.at(tick)}%` }}>
          {formats.month(tick, scale.ticks[index - 1]?.slice(0, 4) !== tick.slice(0, 4))}
        </span>
      ))}
    </div>
  );
}

/** The range from P50 to P95 of each milestone, before above after; hidden from screen readers, who have the table. */
export function SchedulePicture({ schedule }: { readonly schedule: ScheduleResult }) {
  const { t, formats } = usePage();
  const scale = timeScale(schedule);
  const { milestones, overall, horizon } = schedule;
  const ranges = overall === null ? milestones : [...milestones, overall];
  const reachesEdge = ranges.some(({ before, after }) => before.p95 >= horizon || after.p95 >= horizon);
  const isDated = milestones.some(({ version }) => version.date !== null);
  return (
    <figure className="schedule">
      <div aria-hidden="true">
        {milestones.map(({ version, before, after }) => (
          <Lane
            key={version.id}
            name={version.name}
            date={version.date}
            before={before}
            after={after}
            scale={scale}
            horizon={horizon}
          />
        ))}
        {overall === null ? null : (
          <Lane name={t('impact.schedule.everything')} date={null} {...overall} scale={scale} horizon={horizon} />
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
        {isDated ? (
          <span className="legend-item">
            <span className="swatch swatch-due" />
            {t('impact.schedule.legendDue')}
          </span>
        ) : null}
        {reachesEdge ? (
          <span className="legend-item">{t('impact.schedule.legendEdge', { day: formats.day(horizon) })}</span>
        ) : null}
      </figcaption>
    </figure>
  );
}
