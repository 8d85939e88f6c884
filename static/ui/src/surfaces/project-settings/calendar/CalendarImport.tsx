import { lazy } from 'react';
import { PartBoundary } from '../../../components/PartBoundary';
import { usePage } from '../../../lib/Page';
import type { CalendarDays } from './mergeDays';

const CalendarFile = lazy(async () => ({ default: (await import('./CalendarFile')).CalendarFile }));

interface CalendarImportProps {
  readonly days: CalendarDays;
  readonly onAdd: (days: CalendarDays) => void;
}

/** Fills in the days of a calendar file; the reader of such files comes only where there is a calendar. */
export function CalendarImport(props: CalendarImportProps) {
  const { t } = usePage();
  return (
    <PartBoundary fallback={<p className="quiet">{t('list.loading')}</p>}>
      <CalendarFile {...props} />
    </PartBoundary>
  );
}
