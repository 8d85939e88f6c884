import { Duration } from 'luxon';
import type { ProjectSettings } from '../../contract/settings';
import type { FeedbackKind, Importance } from '../../contract/vocabulary';
import { addWorkingTime, calendarOf } from '../calendar/workingTime';

/** What a project promises, and when it works. */
export type Promises = Pick<ProjectSettings, 'feedback' | 'calendar'>;

/** How long the client should wait, in working hours; `resolve` is null where nothing is there to be resolved. */
interface Target {
  readonly respond: number;
  readonly resolve: number | null;
}

function targetFor(kind: FeedbackKind, importance: Importance, { feedback, calendar }: Promises): Target {
  if (kind === 'praise') return { respond: feedback.respond.nice, resolve: null };
  // A question is settled by an answer, so its answer is due sooner than a delivery would be.
  const days = (kind === 'question' ? feedback.answer : feedback.resolve)[importance];
  return {
    respond: feedback.respond[importance],
    resolve: days === null ? null : days * (calendar.closes - calendar.opens),
  };
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
  /** The zone of the office that answers, where the project names none. */
  readonly timeZone: string;
  /** When the wait for a first response began. */
  readonly recordedAt: number;
  /** When the wait for a resolution began: as recorded, or as last reopened. */
  readonly openedAt: number;
}

/** Counts what the project promises for the kind and importance in its working hours. */
export function dueTimes(basis: ClockBasis, promises: Promises): DueTimes {
  const target = targetFor(basis.kind, basis.importance, promises);
  const calendar = calendarOf(promises.calendar, basis.timeZone);
  const after = (start: number, hours: number) => addWorkingTime(start, Duration.fromObject({ hours }), calendar);
  return {
    respondBy: after(basis.recordedAt, target.respond),
    resolveBy: target.resolve === null ? null : after(basis.openedAt, target.resolve),
  };
}
