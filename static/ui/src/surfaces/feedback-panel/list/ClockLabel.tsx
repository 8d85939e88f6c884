import type { ClockView } from '../../../../../../src/contract/feedback';
import { ClockIcon, DoneIcon, WarningIcon } from '../../../components/Icons';
import { usePage } from '../../../lib/Page';

interface ClockLabelProps {
  readonly clock: ClockView;
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: number;
}

function Running({ clock, now }: { readonly clock: Extract<ClockView, { dueAt: string }>; readonly now: number }) {
  const { t, formats } = usePage();
  const left = Date.parse(clock.dueAt) - now;
  const duration = formats.duration(Math.abs(left));
  const title = formats.moment(clock.dueAt);
  if (left < 0) {
    return (
      <span className="clock clock-overdue" title={title}>
        <WarningIcon />
        {t(`clock.${clock.phase}Overdue`, { duration })}
      </span>
    );
  }
  return (
    <span className="clock" title={title}>
      <ClockIcon />
      {t(`clock.${clock.phase}Due`, { duration })}
    </span>
  );
}

/** What the response clock says in words: due in, overdue by, met or missed; nothing where no target applies. */
export function ClockLabel({ clock, now }: ClockLabelProps) {
  const { t } = usePage();
  if (clock.phase === 'none') return null;
  if (clock.phase !== 'stopped') return <Running clock={clock} now={now} />;
  return (
    <span className={clock.met ? 'clock clock-met' : 'clock'}>
      {clock.met ? <DoneIcon /> : <ClockIcon />}
      {t(clock.met ? 'clock.met' : 'clock.missed')}
    </span>
  );
}
