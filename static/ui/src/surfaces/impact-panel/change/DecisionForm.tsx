import { useId, useState } from 'react';
import { LINK_LIMIT } from '../../../../../../src/contract/changeLimits';
import { DECISION_METHODS, DECISIONS } from '../../../../../../src/contract/changeVocabulary';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { ContactField } from '../../../components/contact/ContactField';
import { NO_CONTACT, toContactChoice } from '../../../components/contact/contactDraft';
import { DayField } from '../../../components/DayField';
import { SelectField } from '../../../components/SelectField';
import { TextAreaField } from '../../../components/TextAreaField';
import { TextField } from '../../../components/TextField';
import { call } from '../../../lib/call';
import { normalized, problemAt } from '../../../lib/fieldProblems';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useDraft } from '../../../lib/useDraft';
import { decisionProblems, isApproval, storedDecision, type TypedDecision } from './decisionDraft';
import { isNobody } from './fields';
import { optionName } from './optionName';
import { draftName, target, type ChangeFormProps } from './operations';
import { StateForm } from './StateForm';
import { useChangeForm } from './useChangeForm';

const textOrNull = (text: string): string | null => (normalized(text) === '' ? null : text);

interface DecisionFieldsProps {
  readonly change: ChangeFormProps['change'];
  readonly value: TypedDecision;
  readonly problems: readonly FieldProblem[];
  readonly today: string;
  readonly onChange: (next: Partial<TypedDecision>) => void;
}

function Knowingly({ value, onChange }: Pick<DecisionFieldsProps, 'value' | 'onChange'>) {
  const { t } = usePage();
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={value.knowingly}
        onChange={(event) => onChange({ knowingly: event.target.checked })}
      />
      <label htmlFor={id}>{t('change.decision.knowingly')}</label>
    </div>
  );
}

function Proof({ value, problems, onChange }: Pick<DecisionFieldsProps, 'value' | 'problems' | 'onChange'>) {
  const { t } = usePage();
  return (
    <>
      <TextAreaField
        label={t('change.decision.clientSaid')}
        rows={2}
        value={value.clientSaid}
        limit={TEXT_LIMIT}
        problem={problemAt(t, problems, 'clientSaid', normalized(value.clientSaid).length)}
        onChange={(clientSaid) => onChange({ clientSaid })}
      />
      <TextField
        label={t('change.decision.evidence')}
        hint={t('change.decision.evidenceHint')}
        inputMode="url"
        value={value.evidence}
        limit={LINK_LIMIT}
        problem={problemAt(t, problems, 'evidence', value.evidence.trim().length)}
        onChange={(evidence) => onChange({ evidence })}
      />
    </>
  );
}

function DecisionFields({ change, value, problems, today, onChange }: DecisionFieldsProps) {
  const { t } = usePage();
  const optionIds = change.options.map(({ id }) => id);
  const nameOf = (id: string): string => {
    const index = optionIds.indexOf(id);
    const option = change.options[index];
    return option === undefined ? t('change.decision.noOption') : optionName(t, option, index);
  };
  const deciderProblems = problems
    .filter(({ path }) => path.startsWith('decider'))
    .map((problem) => ({ ...problem, path: problem.path.replace('decider', 'contact') }));
  return (
    <>
      <div className="field-grid">
        <SelectField
          label={t('change.decision.outcome')}
          controlRef={focusOnMount}
          value={value.outcome}
          choices={DECISIONS}
          nameOf={(outcome) => t(`change.state.${outcome}`)}
          onChange={(outcome) => onChange({ outcome })}
        />
        <SelectField
          label={t('change.decision.option')}
          value={value.optionId}
          choices={isApproval(value.outcome) ? optionIds : ['', ...optionIds]}
          nameOf={nameOf}
          problem={problemAt(t, problems, 'optionId')}
          onChange={(optionId) => onChange({ optionId })}
        />
        <SelectField
          label={t('change.decision.method')}
          value={value.method}
          choices={DECISION_METHODS}
          nameOf={(method) => t(`change.method.${method}`)}
          onChange={(method) => onChange({ method })}
        />
        <DayField
          label={t('change.decision.decidedOn')}
          value={value.decidedOn}
          max={today}
          problem={problemAt(t, problems, 'decidedOn')}
          onChange={(decidedOn) => onChange({ decidedOn })}
        />
      </div>
      {value.outcome === 'approvedWithConditions' ? (
        <TextAreaField
          label={t('change.decision.conditions')}
          rows={2}
          required
          value={value.conditions}
          limit={TEXT_LIMIT}
          problem={problemAt(t, problems, 'conditions', normalized(value.conditions).length)}
          onChange={(conditions) => onChange({ conditions })}
        />
      ) : null}
      <ContactField
        label={t('change.decision.decider')}
        value={value.decider}
        recent={change.requestedBy}
        problems={deciderProblems}
        onChange={(decider) => onChange({ decider })}
      />
      <Proof value={value} problems={problems} onChange={onChange} />
    </>
  );
}

/** Records what was decided on the frozen assessment. */
export function DecisionForm({ change, operations, now }: ChangeFormProps & { readonly now: number }) {
  const { t, formats, context } = usePage();
  const today = formats.dayOf(now);
  const [initial] = useState<TypedDecision>(() => ({
    outcome: 'approved',
    optionId: change.options[0]?.id ?? '',
    conditions: '',
    decider: NO_CONTACT,
    clientSaid: '',
    method: 'meeting',
    evidence: '',
    decidedOn: today,
    knowingly: false,
  }));
  const draft = useDraft(draftName('decide', change.id), initial, storedDecision(initial));
  const form = useChangeForm(draft, operations);
  const { value } = draft;
  const isStale = (change.frozen?.stale ?? null) !== null || form.command.failure?.code === 'STALE_ASSESSMENT';

  function submit(): Promise<void> {
    const { outcome, optionId, method, decidedOn, knowingly, decider, evidence } = value;
    return form.submit({
      problems: decisionProblems(value, today),
      message: 'change.decision.done',
      send: () =>
        call('change.decide', {
          ...target(change, draft.commandId),
          timeZone: context.timeZone,
          outcome,
          method,
          decidedOn,
          knowingly,
          optionId: optionId === '' ? null : optionId,
          conditions: outcome === 'approvedWithConditions' ? textOrNull(value.conditions) : null,
          decider: isNobody(decider) ? null : toContactChoice(decider),
          clientSaid: textOrNull(value.clientSaid),
          evidence: evidence.trim() === '' ? null : evidence.trim(),
        }),
    });
  }

  return (
    <StateForm
      title={t('change.decision.formTitle')}
      submitLabel={t('change.decision.submit')}
      to={value.outcome}
      change={change}
      operations={operations}
      draft={draft}
      form={form}
      onSubmit={() => void submit()}
    >
      <DecisionFields
        change={change}
        value={value}
        problems={form.problems}
        today={today}
        onChange={(next) => draft.update({ ...value, ...next })}
      />
      {isStale ? <Knowingly value={value} onChange={(next) => draft.update({ ...value, ...next })} /> : null}
    </StateForm>
  );
}
