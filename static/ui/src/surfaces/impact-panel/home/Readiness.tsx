import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { ImpactOverview } from '../../../../../../src/contract/change';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';

interface ReadinessProps {
  readonly overview: ImpactOverview;
  /** Reads the overview again. */
  readonly onAsked: () => Promise<void>;
}

function Preparing({ done, expected }: { readonly done: number; readonly expected: number | null }) {
  const { t } = usePage();
  return (
    <Notice tone="information" title={t('impact.preparing.title')}>
      <p role="status">
        {expected === null ? t('impact.preparing.done', { done }) : t('impact.preparing.of', { done, expected })}
      </p>
      <progress
        className="progress"
        aria-label={t('impact.preparing.title')}
        {...(expected === null ? {} : { max: Math.max(1, expected), value: Math.min(done, expected) })}
      />
      <p className="quiet">{t('impact.preparing.hint')}</p>
    </Notice>
  );
}

/** While the project's issues and links are not known yet: what happens, or the way to make it happen. */
export function Readiness({ overview, onAsked }: ReadinessProps) {
  const { t, context } = usePage();
  const [commandId] = useState(() => crypto.randomUUID());
  const command = useCommand();
  const { readiness, mayEdit } = overview;
  if (readiness.state === 'ready') return null;
  if (readiness.state === 'preparing') return <Preparing {...readiness} />;

  async function prepare(): Promise<void> {
    const asked = await command.run(() => call('impact.prepare', { commandId, issueId: context.issueId }));
    if (asked !== null) await onAsked();
  }
  if (command.failure !== null) {
    return (
      <FailureNotice failure={command.failure} title={t('impact.unprepared.failed')} onRetry={() => void prepare()} />
    );
  }
  const action = (
    <Button appearance="primary" spacing="compact" onClick={() => void prepare()}>
      {t(command.busy ? 'impact.unprepared.asking' : 'impact.unprepared.start')}
    </Button>
  );
  return (
    <Notice tone="information" title={t('impact.unprepared.title')} {...(mayEdit ? { actions: action } : {})}>
      <p>{t(mayEdit ? 'impact.unprepared.hint' : 'impact.unprepared.hintReader')}</p>
    </Notice>
  );
}
