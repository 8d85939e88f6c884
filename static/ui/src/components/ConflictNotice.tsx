import Button from '@atlaskit/button/new';
import { DifferencesTable, type Difference } from './DifferencesTable';
import { Notice } from './Notice';
import { usePage } from '../lib/Page';

interface ConflictNoticeProps {
  readonly differences: readonly Difference[];
  /** Where no submit button stands beside the notice. */
  readonly onApply?: () => void;
  readonly onDrop: () => void;
}

/** Somebody else was faster: shows what stands there now beside what was about to be saved. */
export function ConflictNotice({ differences, onApply, onDrop }: ConflictNoticeProps) {
  const { t } = usePage();
  const actions = (
    <>
      {onApply === undefined ? null : (
        <Button spacing="compact" onClick={onApply}>
          {t('conflict.apply')}
        </Button>
      )}
      <Button spacing="compact" appearance="subtle" onClick={onDrop}>
        {t('conflict.drop')}
      </Button>
    </>
  );
  return (
    <Notice tone="warning" urgent title={t('conflict.title')} actions={actions}>
      <p>{t('error.CONFLICT')}</p>
      <DifferencesTable differences={differences} />
    </Notice>
  );
}
