import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { LONGEST_TITLE } from '../../../../../src/contract/summaryLimits';
import { SUMMARY_SOURCES } from '../../../../../src/contract/summaryVocabulary';
import { SelectField } from '../../components/SelectField';
import { usePage } from '../../lib/Page';
import { sourceOf, type MacroConfig } from '../requirement-status/config';
import { EditionField } from './EditionField';
import { LineField } from './LineField';
import { LookFields } from './LookFields';
import { SourceFields } from './SourceFields';

interface ConfigFormProps {
  readonly config: MacroConfig;
  readonly pageId: string;
  readonly macroId: string;
  readonly onChange: (config: MacroConfig) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** What the macro shows. Nothing is saved that names no source. */
export function ConfigForm({ config, pageId, macroId, onChange, onSubmit, onCancel }: ConfigFormProps) {
  const { t } = usePage();
  const [wasTried, setTried] = useState(false);
  const isMissing = sourceOf(config, pageId) === null;
  const change = (part: Partial<MacroConfig>): void => onChange({ ...config, ...part });
  const problem = wasTried && isMissing ? t('field.missing') : undefined;
  return (
    <form
      className="form"
      aria-label={t('module.requirementStatus.configure')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isMissing) onSubmit();
      }}
    >
      <SelectField
        label={t('statusConfig.source')}
        value={config.source}
        choices={SUMMARY_SOURCES}
        nameOf={(source) => t(`statusConfig.sources.${source}`)}
        onChange={(source) => change({ source })}
      />
      <SourceFields config={config} problem={problem} onChange={change} />
      <LineField
        label={t('statusConfig.title')}
        hint={t('statusConfig.titleHint')}
        value={config.title}
        limit={LONGEST_TITLE}
        onChange={(title) => change({ title })}
      />
      <EditionField config={config} pageId={pageId} macroId={macroId} onChange={change} />
      <LookFields config={config} onChange={change} />
      <div className="button-row">
        <Button type="submit" appearance="primary">
          {t('statusConfig.save')}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
