import { Duration } from 'luxon';
import type { FeedbackKind, Importance } from '../../contract/vocabulary';
import { addWorkingTime, officeHours } from '../calendar/workingTime';

/** How long the client should wait, in working hours; `resolve` is null where nothing is there to be resolved. */
interface Target {
  readonly respond: number;
  readonly resolve: number | null;
}

const HOURS_OF_A_DAY = 8;
const days = (count: number) => count * HOURS_OF_A_DAY;

/** Most kinds are answered by importance alone. */
const BY_IMPORTANCE: Readonly<Record<Importance, Target>> = {
  critical: { respond: 4, resolve: days(5) },
  important: { respond: days(1), resolve: days(15) },
  nice: { respond: days(3), resolve: days(40) },
};

/** A question is settled by an answer, so its answer is due sooner than a delivery would be. */
const QUESTION: Readonly<Record<Importance, Target>> = {
  critical: { respond: 4, resolve: days(1) },
  important: { respond: days(1), resolve: days(3) },
  nice: { respond: days(3), resolve: days(10) },
};

const PRAISE: Target = { respond: days(3), resolve: null };

function targetFor(kind: FeedbackKind, importance: Importance): Target {
  if (kind === 'praise') return PRAISE;
  return kind === 'question' ? QUESTION[importance] : BY_IMPORTANCE[importance];
}

/** When the first response and the resolution are due, in milliseconds since 1970. */
export interface DueTimes {
  readonly respondBy: number;
  readonly resolveBy: number | null;
}

/** What due times follow from. */
export interface ClockBasis {
  readonly kind: FeedbackKind;
  readonly importance: Importance;
  /** The zone of the office that answers. */
  readonly timeZone: string;
  /** When the wait for a first response began. */
  readonly recordedAt: number;
  /** When the wait for a resolution began: as recorded, or as last reopened. */
  readonly openedAt: number;
}

/** Counts the targets of the kind and importance in working hours. */
export function dueTimes(basis: ClockBasis): DueTimes {
  const target = targetFor(basis.kind, basis.importance);
  const calendar = officeHours(basis.timeZone);
  const after = (start: number, hours: number) => addWorkingTime(start, Duration.fromObject({ hours }), calendar);
  return {
    respondBy: after(basis.recordedAt, target.respond),
    resolveBy: target.resolve === null ? null : after(basis.openedAt, target.resolve),
  };
}
