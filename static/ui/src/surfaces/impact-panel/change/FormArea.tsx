import type { ChangeDetail, ImpactOverview } from '../../../../../../src/contract/change';
import { DecisionForm } from './DecisionForm';
import { EditForm } from './EditForm';
import { EraseForm } from './EraseForm';
import { OptionsForm } from './OptionsForm';
import type { ChangeForm, ChangeOperations } from './operations';
import { WithdrawForm } from './WithdrawForm';

interface FormAreaProps {
  readonly form: ChangeForm | null;
  readonly change: ChangeDetail;
  readonly overview: ImpactOverview;
  readonly now: number;
  readonly operations: ChangeOperations;
}

/** The one form that stands open under the change request. */
export function FormArea({ form, overview, now, ...props }: FormAreaProps) {
  switch (form) {
    case null:
      return null;
    case 'edit':
      return <EditForm {...props} overview={overview} now={now} />;
    case 'options':
      return <OptionsForm {...props} overview={overview} />;
    case 'decide':
      return <DecisionForm {...props} now={now} />;
    case 'withdraw':
      return <WithdrawForm {...props} />;
    case 'erase':
      return <EraseForm {...props} />;
  }
}
