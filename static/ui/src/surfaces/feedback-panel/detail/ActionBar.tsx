import Button from '@atlaskit/button/new';
import type { FeedbackDetail } from '../../../../../../src/contract/feedback';
import type { FeedbackState } from '../../../../../../src/contract/vocabulary';
import { FailureNotice } from '../../../components/FailureNotice';
import { usePage } from '../../../lib/Page';
import { movesFrom } from '../../../../../../src/contract/lifecycle';
import { ConflictNotice } from '../../../components/ConflictNotice';
import { formsFor } from './formsFor';
import type { ItemForm, ItemOperations } from './operations';
import { useDirectMoves, type DirectMove, type DirectMoves } from './useDirectMoves';

/** Names the button that opens a form, so that the focus can return to it. */
export function formButtonId(form: ItemForm): string {
  return `item-${form}`;
}

interface ActionBarProps {
  readonly item: FeedbackDetail;
  readonly operations: ItemOperations;
  readonly openForm: ItemForm | null;
  readonly onForm: (form: ItemForm) => void;
}

function directMovesFor(state: FeedbackState): readonly DirectMove[] {
  if (state === 'merged') return ['unmerge'];
  return (['acknowledged', 'planned'] as const).filter((to) => movesFrom(state).includes(to));
}

function MoveFailure({ item, moves }: { readonly item: FeedbackDetail; readonly moves: DirectMoves }) {
  const { t } = usePage();
  if (moves.failed === null) return null;
  const { to, failure } = moves.failed;
  const again = (): void => void moves.move(to);
  if (failure.code !== 'CONFLICT') {
    return <FailureNotice failure={failure} title={t('move.failed')} onRetry={again} />;
  }
  const mine = to === 'unmerge' ? t('action.unmerge') : t(`state.${to}`);
  return (
    <ConflictNotice
      differences={[{ label: t('fact.state'), theirs: t(`state.${item.state}`), mine }]}
      onApply={again}
      onDrop={moves.drop}
    />
  );
}

/** What can be done with the item. */
export function ActionBar({ item, operations, openForm, onForm }: ActionBarProps) {
  const { t } = usePage();
  const moves = useDirectMoves(item, operations);
  const [first, ...others] = formsFor(item.state);
  const formButton = (form: ItemForm, primary: boolean) => (
    <Button
      key={form}
      id={formButtonId(form)}
      appearance={form === 'erase' ? 'subtle' : primary ? 'primary' : 'default'}
      aria-expanded={openForm === form}
      onClick={() => onForm(form)}
    >
      {t(`action.${form}`)}
    </Button>
  );
  return (
    <div className="actions">
      <div className="button-row" role="group" aria-label={t('action.label')}>
        {first === undefined || first === 'note' ? null : formButton(first, true)}
        {directMovesFor(item.state).map((to) => (
          <Button key={to} onClick={() => void moves.move(to)}>
            {t(`action.${to}`)}
          </Button>
        ))}
        {(first === 'note' ? [first, ...others] : others).map((form) => formButton(form, false))}
        {item.may.eraseContact && item.contact.name !== null ? formButton('erase', false) : null}
      </div>
      <MoveFailure item={item} moves={moves} />
    </div>
  );
}
