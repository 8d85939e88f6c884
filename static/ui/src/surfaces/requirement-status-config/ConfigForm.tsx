import { useState } from 'react';
import { flushSync } from 'react-dom';
import Button from '@atlaskit/button/new';
import { LONGEST_TITLE } from '../../../../../src/contract/summaryLimits';
import { SUMMARY_SOURCES } from '../../../../../src/contract/summaryVocabulary';
import { SelectField } from '../../components/SelectField';
import type { Failure } from '../../lib/call';
import { problemAt } from '../../lib/fieldProblems';
import type { Translate } from '../../lib/i18n';
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
  /** How the source that is in the form now was refused. */
  readonly failure: Failure | null;
  readonly onChange: (config: MacroConfig) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** Failures that the field names of which the source is made. */
const ABOUT_SOURCE: ReadonlySet<Failure['code']> = new Set(['ISSUE_NOT_FOUND', 'PROJECT_NOT_FOUND']);

function problemOf({ code, fields = [] }: Failure, t: Translate): string | undefined {
  const [problem] = fields;
  if (problem !== undefined) return problem.words ?? problemAt(t, fields, problem.path);
  return ABOUT_SOURCE.has(code) ? t(`error.${code}`) : undefined;
}

/** What the macro shows. Nothing is saved that names no source, nor a query that Jira does not accept. */
export function ConfigForm({ config, pageId, macroId, failure, onChange, onSubmit, onCancel }: ConfigFormProps) {
  const { t } = usePage();
  const [wasTried, setTried] = useState(false);
  const isMissing = sourceOf(config, pageId) === null;
  const isRefused = failure?.code === 'INVALID_INPUT';
  const change = (part: Partial<MacroConfig>): void => onChange({ ...config, ...part });
  const missing = wasTried && isMissing ? t('field.missing') : undefined;
  const problem = failure === null ? missing : problemOf(failure, t);
  return (
    <form
      className="form"
      aria-label={t('module.requirementStatus.configure')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // What is wrong has to be there before it can be focused.
        flushSync(() => setTried(true));
        if (!isMissing && !isRefused) onSubmit();
        else event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
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
