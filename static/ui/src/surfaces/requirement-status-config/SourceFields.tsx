import { DEEPEST, LONGEST_JQL } from '../../../../../src/contract/summaryLimits';
import { LINK_DIRECTIONS } from '../../../../../src/contract/summaryVocabulary';
import { SelectField } from '../../components/SelectField';
import { TextAreaField } from '../../components/TextAreaField';
import { usePage } from '../../lib/Page';
import type { MacroConfig } from '../requirement-status/config';
import { LineField } from './LineField';

const DEPTHS = Array.from({ length: DEEPEST }, (_, index) => String(index + 1));
const LONGEST_KEY = 40;

interface SourceProps {
  readonly config: MacroConfig;
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<MacroConfig>) => void;
}

function LinkedFields({ config, problem, onChange }: SourceProps) {
  const { t } = usePage();
  return (
    <>
      <LineField
        label={t('statusConfig.issue')}
        hint={t('statusConfig.issueHint')}
        problem={problem}
        value={config.issue}
        limit={LONGEST_KEY}
        onChange={(issue) => onChange({ issue })}
      />
      <SelectField
        label={t('statusConfig.depth')}
        value={String(config.depth)}
        choices={DEPTHS}
        nameOf={(depth) => t('statusConfig.steps', { count: Number(depth) })}
        onChange={(depth) => onChange({ depth: Number(depth) })}
      />
      <SelectField
        label={t('statusConfig.direction')}
        value={config.direction}
        choices={LINK_DIRECTIONS}
        nameOf={(direction) => t(`statusConfig.directions.${direction}`)}
        onChange={(direction) => onChange({ direction })}
      />
      <LineField
        label={t('statusConfig.linkTypes')}
        hint={t('statusConfig.linkTypesHint')}
        value={config.linkTypes}
        limit={LONGEST_JQL}
        onChange={(linkTypes) => onChange({ linkTypes })}
      />
    </>
  );
}

/** The fields that belong to the chosen source. */
export function SourceFields({ config, problem, onChange }: SourceProps) {
  const { t } = usePage();
  switch (config.source) {
    case 'page':
      return <p className="quiet">{t('statusConfig.pageHint')}</p>;
    case 'linked':
      return <LinkedFields config={config} problem={problem} onChange={onChange} />;
    case 'jql':
      return (
        <TextAreaField
          label={t('statusConfig.jql')}
          hint={t('statusConfig.jqlHint')}
          problem={problem}
          value={config.jql}
          limit={LONGEST_JQL}
          onChange={(jql) => onChange({ jql })}
        />
      );
    case 'project':
      return (
        <LineField
          label={t('statusConfig.project')}
          hint={t('statusConfig.projectHint')}
          problem={problem}
          value={config.project}
          limit={LONGEST_KEY}
          onChange={(project) => onChange({ project })}
        />
      );
  }
}
