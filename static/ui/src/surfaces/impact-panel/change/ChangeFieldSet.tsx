import { TITLE_LIMIT } from '../../../../../../src/contract/changeLimits';
import { CHANGE_SOURCES, URGENCIES } from '../../../../../../src/contract/changeVocabulary';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { Day } from '../../../../../../src/contract/feedback';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { ContactField } from '../../../components/contact/ContactField';
import { DayField } from '../../../components/DayField';
import { IssueListField } from '../../../components/IssueListField';
import { SelectField } from '../../../components/SelectField';
import { TextAreaField } from '../../../components/TextAreaField';
import { TextField } from '../../../components/TextField';
import { normalized, problemAt } from '../../../lib/fieldProblems';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import type { ChangeFields } from './fields';

interface ChangeFieldSetProps {
  readonly value: ChangeFields;
  readonly problems: readonly FieldProblem[];
  readonly issue: { readonly id: string; readonly projectId: string };
  readonly today: Day;
  readonly onChange: (change: Partial<ChangeFields>) => void;
}

type Text = 'from' | 'to' | 'reason' | 'ifNot';

/** The fields of a change request, for raising and for editing. */
export function ChangeFieldSet({ value, problems, issue, today, onChange }: ChangeFieldSetProps) {
  const { t } = usePage();
  const textField = (field: Text, rows: number) => (
    <TextAreaField
      key={field}
      label={t(`change.field.${field}`)}
      rows={rows}
      value={value[field]}
      limit={TEXT_LIMIT}
      problem={problemAt(t, problems, field, normalized(value[field]).length)}
      onChange={(text) => onChange({ [field]: text })}
    />
  );
  const contactProblems = problems
    .filter(({ path }) => path.startsWith('requestedBy'))
    .map((problem) => ({ ...problem, path: problem.path.replace('requestedBy', 'contact') }));
  return (
    <>
      <TextField
        label={t('change.field.title')}
        value={value.title}
        limit={TITLE_LIMIT}
        required
        problem={problemAt(t, problems, 'title', normalized(value.title).length)}
        inputRef={focusOnMount}
        onChange={(title) => onChange({ title })}
      />
      <div className="field-pair">
        {textField('from', 2)}
        {textField('to', 2)}
      </div>
      {textField('reason', 2)}
      <ContactField
        label={t('change.field.requestedBy')}
        value={value.requestedBy}
        recent={null}
        problems={contactProblems}
        onChange={(requestedBy) => onChange({ requestedBy })}
      />
      <IssueListField
        label={t('change.field.requirements')}
        hint={t('change.field.requirementsHint')}
        projectId={issue.projectId}
        value={value.requirements}
        without={[issue.id]}
        problem={problemAt(t, problems, 'requirements')}
        onChange={(requirements) => onChange({ requirements })}
      />
      <div className="field-grid">
        <SelectField
          label={t('change.field.source')}
          value={value.source}
          choices={CHANGE_SOURCES}
          nameOf={(source) => t(`change.source.${source}`)}
          problem={problemAt(t, problems, 'source')}
          onChange={(source) => onChange({ source })}
        />
        <SelectField
          label={t('change.field.urgency')}
          value={value.urgency}
          choices={URGENCIES}
          nameOf={(urgency) => t(`change.urgency.${urgency}`)}
          problem={problemAt(t, problems, 'urgency')}
          onChange={(urgency) => onChange({ urgency })}
        />
        <DayField
          label={t('change.field.validUntil')}
          hint={t('change.field.validUntilHint')}
          value={value.validUntil}
          min={today}
          problem={problemAt(t, problems, 'validUntil')}
          onChange={(validUntil) => onChange({ validUntil })}
        />
      </div>
      {textField('ifNot', 2)}
    </>
  );
}
