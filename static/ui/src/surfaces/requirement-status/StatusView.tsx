import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import type { StatusSummary } from '../../../../../src/contract/summary';
import { FailureNotice } from '../../components/FailureNotice';
import { Notice } from '../../components/Notice';
import { tellReady } from '../../lib/bridge';
import type { Failure } from '../../lib/call';
import { usePage } from '../../lib/Page';
import type { MacroConfig } from './config';
import { Headline } from './Headline';
import { StatusTable } from './table/StatusTable';
import type { Answer } from './useAnswer';

const Charts = lazy(() => import('./charts/Charts'));
const ROWS = ['first', 'second', 'third'];

/** Stands where requirements will be. */
export function Skeleton() {
  const { t } = usePage();
  return (
    <div role="status" aria-label={t('status.loading')} className="status-bones">
      {ROWS.map((row) => (
        <span key={row} className="bone bone-text" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Says something in place of what would be shown. */
export function Explanation({ children }: { readonly children: string }) {
  return (
    <Notice tone="information">
      <p>{children}</p>
    </Notice>
  );
}

interface SummaryProps {
  readonly summary: StatusSummary;
  readonly title: string;
  readonly config: MacroConfig;
  /** What changed since an edition, where that is known. */
  readonly since?: ReactNode;
}

/** Figures, charts and table of one state. */
export function SummaryView({ summary, title, config, since }: SummaryProps) {
  const { t, formats } = usePage();
  const { requirements, named, isUnread, at } = summary;
  if (named === 0) {
    const nothing = config.source === 'linked' ? 'status.unlinked' : 'status.empty';
    return <Explanation>{t(isUnread ? 'error.MIRROR_NOT_READY' : nothing)}</Explanation>;
  }
  return (
    <>
      <Headline summary={summary}>{since}</Headline>
      {config.charts && requirements.length > 0 && (
        <Suspense fallback={<div className="charts-place" />}>
          <Charts summary={summary} />
        </Suspense>
      )}
      {requirements.length > 0 && (
        <StatusTable
          key={config.groupBy}
          caption={title}
          requirements={requirements}
          columns={config.columns}
          groupBy={config.groupBy}
        />
      )}
      <p className="quiet">{t('status.at', { moment: formats.moment(at) })}</p>
    </>
  );
}

/** Says why there are no requirements to show, and offers to ask again where that may help. */
export function Failed({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const { t } = usePage();
  // Who has no Jira can do nothing about it here: to them it is no failure.
  if (failure.code === 'NOT_ALLOWED') return <Explanation>{t('status.noJira')}</Explanation>;
  const isQuery = failure.fields?.some(({ path }) => path === 'jql') === true;
  const title = t(isQuery ? 'status.refusedQuery' : 'status.failed');
  return <FailureNotice failure={failure} title={title} onRetry={onRetry} />;
}

interface AnsweredProps<Data> {
  readonly answer: Answer<Data>;
  readonly again: () => void;
  readonly children: (data: Data) => ReactNode;
}

/** What is shown until an answer is there, and when it is none. */
export function Answered<Data>({ answer, again, children }: AnsweredProps<Data>) {
  const isThere = answer.phase === 'ready' || answer.phase === 'failed';
  useEffect(() => {
    if (isThere) void tellReady();
  }, [isThere]);
  if (answer.phase === 'failed') return <Failed failure={answer.failure} onRetry={again} />;
  return answer.phase === 'ready' ? <>{children(answer.data)}</> : <Skeleton />;
}
