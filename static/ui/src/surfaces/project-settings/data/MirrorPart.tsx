import { useEffect } from 'react';
import Button from '@atlaskit/button/new';
import type { MirrorStatus } from '../../../../../../src/contract/mirror';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { Part, Progress } from './Part';
import { useReading } from './useReading';

const POLL_MILLISECONDS = 3_000;

function Facts({ status }: { readonly status: MirrorStatus }) {
  const { t, formats } = usePage();
  const { issues, links, versions, waiting, completeUntil, rebuiltAt } = status;
  return (
    <dl className="data-facts">
      <dt>{t('data.mirror.holds')}</dt>
      <dd>{t('data.mirror.counts', { issues, links, versions })}</dd>
      <dt>{t('data.mirror.lag')}</dt>
      <dd>
        {completeUntil === null
          ? t('data.mirror.unknown')
          : t('data.mirror.until', { when: formats.moment(completeUntil) })}
        {waiting > 0 ? ` ${t('data.mirror.waiting', { count: waiting })}` : ''}
      </dd>
      <dt>{t('data.mirror.rebuiltAt')}</dt>
      <dd>{rebuiltAt === null ? t('data.mirror.never') : formats.moment(rebuiltAt)}</dd>
    </dl>
  );
}

function State({ status }: { readonly status: MirrorStatus }) {
  const { t, formats } = usePage();
  const { progress, pausedUntil, state } = status;
  return (
    <>
      {state === 'gone' ? <Notice tone="warning" title={t('data.mirror.gone')} /> : null}
      {progress === null ? null : (
        <Progress
          label={
            progress.expected === null
              ? t('data.mirror.reading', { done: progress.done })
              : t('data.mirror.readingOf', { done: progress.done, expected: progress.expected })
          }
          done={progress.done}
          total={progress.expected ?? 0}
        />
      )}
      {pausedUntil === null ? null : (
        <p className="quiet">{t('data.mirror.paused', { when: formats.moment(pausedUntil) })}</p>
      )}
      {state === 'none' ? <p>{t('data.mirror.none')}</p> : <Facts status={status} />}
    </>
  );
}

const readStatus = (projectId: string) => call('mirror.status', { projectId });

/** How well the app's copy of the project's issues keeps up with Jira; it can be read anew. */
export function MirrorPart() {
  const { t, context, announce } = usePage();
  const { reading, read } = useReading(readStatus);
  const command = useCommand();
  const isReading = reading.phase === 'ready' && reading.data.progress !== null;

  useEffect(() => {
    if (!isReading) return undefined;
    const timer = setTimeout(() => void read(), POLL_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isReading, reading, read]);

  async function rebuild(): Promise<void> {
    const { projectId } = context;
    const commandId = crypto.randomUUID();
    if ((await command.run(() => call('mirror.rebuild', { commandId, projectId }))) === null) return;
    announce(t('data.mirror.asked'));
    await read();
  }

  return (
    <Part title={t('data.mirror.title')} about={t('data.mirror.about')}>
      {reading.phase === 'loading' ? <p className="quiet">{t('data.loading')}</p> : null}
      {reading.phase === 'failed' ? <FailureNotice failure={reading.failure} onRetry={() => void read()} /> : null}
      {reading.phase === 'ready' ? <State status={reading.data} /> : null}
      {command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void rebuild()} />}
      <div className="button-row">
        <Button isDisabled={isReading || command.busy} onClick={() => void rebuild()}>
          {t('data.mirror.rebuild')}
        </Button>
      </div>
    </Part>
  );
}
