import { useCallback, useEffect, useState } from 'react';
import { closeDialog, saveConfig } from '../../lib/bridge';
import type { Failure } from '../../lib/call';
import { usePage } from '../../lib/Page';
import { sourceOf, type MacroConfig } from '../requirement-status/config';
import { RequirementStatus, type AnswerListener } from '../requirement-status/RequirementStatus';
import { ConfigForm } from './ConfigForm';

/** Milliseconds without a key before the preview follows what is typed. */
const REST = 600;

function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** How Jira failed what is in the form now; null for what it accepts, and for what it was not asked yet. */
function useFailure(config: MacroConfig, pageId: string) {
  const [last, setLast] = useState<{ readonly asked: string; readonly failure: Failure | null } | null>(null);
  const onAnswer = useCallback<AnswerListener>((source, failure) => {
    setLast({ asked: JSON.stringify(source), failure });
  }, []);
  const isOfNow = last?.asked === JSON.stringify(sourceOf(config, pageId));
  return { failure: isOfNow ? last.failure : null, onAnswer };
}

interface ConfigurationProps {
  readonly initial: MacroConfig;
  readonly pageId: string;
  readonly macroId: string;
}

/** The macro's configuration, with what it would show below it. */
export function Configuration({ initial, pageId, macroId }: ConfigurationProps) {
  const { t } = usePage();
  const [config, setConfig] = useState(initial);
  const rested = useRested(config);
  const { failure, onAnswer } = useFailure(config, pageId);
  return (
    <main className="configuration">
      <ConfigForm
        config={config}
        pageId={pageId}
        macroId={macroId}
        failure={failure}
        onChange={setConfig}
        onSubmit={() => void saveConfig({ ...config, columns: [...config.columns] })}
        onCancel={() => void closeDialog()}
      />
      {sourceOf(rested, pageId) !== null && (
        <section aria-label={t('statusConfig.preview')}>
          <RequirementStatus config={rested} pageId={pageId} macroId="" onAnswer={onAnswer} />
        </section>
      )}
    </main>
  );
}
