import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { ProcedurePayload } from '../../../../../src/contract/procedures';
import type { StatusSummary } from '../../../../../src/contract/summary';
import { FailureNotice } from '../../components/FailureNotice';
import { Notice } from '../../components/Notice';
import { tellReady } from '../../lib/bridge';
import type { Failure } from '../../lib/call';
import { usePage } from '../../lib/Page';
import { sourceOf, type MacroConfig } from './config';
import { Headline } from './Headline';
import { StatusTable } from './table/StatusTable';
import { useStatus } from './useStatus';

const Charts = lazy(() => import('./charts/Charts'));
const ROWS = ['first', 'second', 'third'];

function Skeleton() {
  const { t } = usePage();
  return (
    <div role="status" aria-label={t('status.loading')} className="status-bones">
      {ROWS.map((row) => (
        <span key={row} className="bone bone-text" aria-hidden="true" />
      ))}
    </div>
  );
}

function Explanation({ children }: { readonly children: string }) {
  return (
    <Notice tone="information">
      <p>{children}</p>
    </Notice>
  );
}

interface FoundProps {
  readonly summary: StatusSummary;
  readonly title: string;
  readonly config: MacroConfig;
  readonly since?: ReactNode;
}

function Found({ summary, title, config, since }: FoundProps) {
  const { t, formats } = usePage();
  const { requirements, named, isUnread, at } = summary;
  if (named === 0) return <Explanation>{t(isUnread ? 'error.MIRROR_NOT_READY' : 'status.empty')}</Explanation>;
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

function Failed({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const { t } = usePage();
  // Who has no Jira can do nothing about it here: to them it is no failure.
  if (failure.code === 'NOT_ALLOWED') return <Explanation>{t('status.noJira')}</Explanation>;
  const isQuery = failure.fields?.some(({ path }) => path === 'jql') === true;
  const title = t(isQuery ? 'status.refusedQuery' : 'status.failed');
  return <FailureNotice failure={failure} title={title} onRetry={onRetry} />;
}

interface ShownProps {
  readonly source: ProcedurePayload<'summary.show'>;
  readonly title: string;
  readonly config: MacroConfig;
}

function Shown({ source, title, config }: ShownProps) {
  const { state, retry } = useStatus(source);
  const isLoading = state.phase === 'loading';
  useEffect(() => {
    if (!isLoading) void tellReady();
  }, [isLoading]);
  if (state.phase === 'loading') return <Skeleton />;
  if (state.phase === 'failed') return <Failed failure={state.failure} onRetry={retry} />;
  return <Found summary={state.summary} title={title} config={config} />;
}

/** The value that was there before as long as it says the same: how things are shown does not change what is asked for. */
function useSame<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  const isSame = JSON.stringify(kept) === JSON.stringify(value);
  if (!isSame) setKept(value);
  return isSame ? kept : value;
}

interface StatusProps {
  readonly config: MacroConfig;
  readonly pageId: string;
}

/** The state of the requirements that the macro's configuration names. */
export function RequirementStatus({ config, pageId }: StatusProps) {
  const { t } = usePage();
  const title = config.title.trim() === '' ? t('module.requirementStatus.title') : config.title;
  const source = useSame(sourceOf(config, pageId));
  return (
    <section className="status" aria-label={title}>
      <h2 className="heading">{title}</h2>
      {source === null ? (
        <Explanation>{t('status.unfinished')}</Explanation>
      ) : (
        <Shown source={source} title={title} config={config} />
      )}
    </section>
  );
}
