import { useEffect, useState } from 'react';
import { closeDialog, saveConfig } from '../../lib/bridge';
import { usePage } from '../../lib/Page';
import { sourceOf, type MacroConfig } from '../requirement-status/config';
import { RequirementStatus } from '../requirement-status/RequirementStatus';
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
  return (
    <main className="configuration">
      <ConfigForm
        config={config}
        pageId={pageId}
        macroId={macroId}
        onChange={setConfig}
        onSubmit={() => void saveConfig({ ...config, columns: [...config.columns] })}
        onCancel={() => void closeDialog()}
      />
      {sourceOf(rested, pageId) !== null && (
        <section aria-label={t('statusConfig.preview')}>
          <RequirementStatus config={rested} pageId={pageId} macroId="" />
        </section>
      )}
    </main>
  );
}
