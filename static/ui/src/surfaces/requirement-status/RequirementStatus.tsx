import { useEffect, useMemo } from 'react';
import type { ProcedurePayload } from '../../../../../src/contract/procedures';
import type { StatusSummary } from '../../../../../src/contract/summary';
import { FailureNotice } from '../../components/FailureNotice';
import { Notice } from '../../components/Notice';
import { tellReady } from '../../lib/bridge';
import type { Failure } from '../../lib/call';
import { usePage } from '../../lib/Page';
import { sourceOf, type MacroConfig } from './config';
import { Headline } from './Headline';
import { StatusTable } from './StatusTable';
import { useStatus } from './useStatus';

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

function Found({ summary, title }: { readonly summary: StatusSummary; readonly title: string }) {
  const { t, formats } = usePage();
  const { requirements, named, isUnread, at } = summary;
  if (named === 0) return <Explanation>{t(isUnread ? 'error.MIRROR_NOT_READY' : 'status.empty')}</Explanation>;
  return (
    <>
      <Headline summary={summary} />
      {requirements.length > 0 && <StatusTable caption={title} requirements={requirements} />}
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

function Shown({ source, title }: { readonly source: ProcedurePayload<'summary.show'>; readonly title: string }) {
  const { state, retry } = useStatus(source);
  const isLoading = state.phase === 'loading';
  useEffect(() => {
    if (!isLoading) void tellReady();
  }, [isLoading]);
  if (state.phase === 'loading') return <Skeleton />;
  if (state.phase === 'failed') return <Failed failure={state.failure} onRetry={retry} />;
  return <Found summary={state.summary} title={title} />;
}

interface StatusProps {
  readonly config: MacroConfig;
  readonly pageId: string;
}

/** The state of the requirements that the macro's configuration names. */
export function RequirementStatus({ config, pageId }: StatusProps) {
  const { t } = usePage();
  const title = config.title.trim() === '' ? t('module.requirementStatus.title') : config.title;
  const source = useMemo(() => sourceOf(config, pageId), [config, pageId]);
  return (
    <section className="status" aria-label={title}>
      <h2 className="heading">{title}</h2>
      {source === null ? <Explanation>{t('status.unfinished')}</Explanation> : <Shown source={source} title={title} />}
    </section>
  );
}
