import Button from '@atlaskit/button/new';
import { usePage } from '../../../lib/Page';
import { RECORD_DRAFT } from './RecordForm';

/** Names the button, so that the focus can return to it. */
export const RECORD_BUTTON = 'record-feedback';

/** Opens the form; says so when it continues a draft. */
export function RecordButton({ onClick }: { readonly onClick: () => void }) {
  const { t, drafts } = usePage();
  return (
    <Button id={RECORD_BUTTON} appearance="primary" onClick={onClick}>
      {t(drafts.read(RECORD_DRAFT) === null ? 'record.open' : 'record.continue')}
    </Button>
  );
}
