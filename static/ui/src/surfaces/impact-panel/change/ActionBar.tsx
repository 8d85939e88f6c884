import Button from '@atlaskit/button/new';
import type { ChangeDetail } from '../../../../../../src/contract/change';
import { canDecide } from '../../../../../../src/contract/changeLifecycle';
import { ConflictNotice } from '../../../components/ConflictNotice';
import { FailureNotice } from '../../../components/FailureNotice';
import type { MessageKey } from '../../../lib/i18n';
import { usePage } from '../../../lib/Page';
import { formsFor } from './formsFor';
import type { ChangeForm, ChangeOperations } from './operations';
import { stepsFrom, useDirectSteps, type DirectStep, type DirectSteps } from './useDirectSteps';

/** Names the button that opens a form, so that the focus can return to it. */
export function formButtonId(form: ChangeForm): string {
  return `change-${form}`;
}

interface ActionBarProps {
  readonly change: ChangeDetail;
  readonly operations: ChangeOperations;
  readonly openForm: ChangeForm | null;
  readonly onForm: (form: ChangeForm) => void;
}

/** What the button of a step says; an assessment that was frozen is taken up again. */
function stepLabel({ frozen }: ChangeDetail, step: DirectStep): MessageKey {
  return step === 'assessing' && frozen !== null ? 'change.stale.again' : `change.step.${step}`;
}

function StepFailure({ change, steps }: { readonly change: ChangeDetail; readonly steps: DirectSteps }) {
  const { t } = usePage();
  if (steps.failed === null) return null;
  const { step, failure } = steps.failed;
  const again = (): void => void steps.take(step);
  if (failure.code !== 'CONFLICT') {
    return <FailureNotice failure={failure} title={t('change.stepFailed')} onRetry={again} />;
  }
  const state = { label: t('fact.state'), theirs: t(`change.state.${change.state}`), mine: t(stepLabel(change, step)) };
  return <ConflictNotice differences={[state]} onApply={again} onDrop={steps.drop} />;
}

/** What can be done with the change request. */
export function ActionBar({ change, operations, openForm, onForm }: ActionBarProps) {
  const { t } = usePage();
  const steps = useDirectSteps(change, operations);
  const forms = formsFor(change);
  const isStale = (change.frozen?.stale ?? null) !== null && canDecide(change.state);
  // Where the assessment is out of date, the notice above offers to assess again.
  const direct = change.may.edit ? stepsFrom(change).filter((step) => !(isStale && step === 'assessing')) : [];
  if (forms.length + direct.length === 0) return null;
  const [first] = direct;
  return (
    <div className="actions">
      <div className="button-row" role="group" aria-label={t('action.label')}>
        {forms.includes('decide') ? (
          <Button
            id={formButtonId('decide')}
            appearance="primary"
            aria-expanded={openForm === 'decide'}
            onClick={() => onForm('decide')}
          >
            {t('change.action.decide')}
          </Button>
        ) : null}
        {direct.map((step) => (
          <Button
            key={step}
            appearance={step === first && !forms.includes('decide') ? 'primary' : 'default'}
            onClick={() => void steps.take(step)}
          >
            {t(steps.busy === step ? 'form.saving' : stepLabel(change, step))}
          </Button>
        ))}
        {forms
          .filter((form) => form !== 'decide')
          .map((form) => (
            <Button
              key={form}
              id={formButtonId(form)}
              appearance={form === 'erase' || form === 'withdraw' ? 'subtle' : 'default'}
              aria-expanded={openForm === form}
              onClick={() => onForm(form)}
            >
              {t(`change.action.${form}`)}
            </Button>
          ))}
      </div>
      <StepFailure change={change} steps={steps} />
    </div>
  );
}
