import Button from '@atlaskit/button/new';
import { Notice } from './Notice';
import { usePage } from '../lib/Page';

export interface Difference {
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
}

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
      <table className="sides">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, theirs, mine }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{theirs}</td>
              <td>{mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
