import Button from '@atlaskit/button/new';
import { usePage } from '../lib/Page';

interface DraftNoticeProps {
  readonly restoredFrom: number | null;
  readonly onDiscard: () => void;
}

/** Says that a form continues what was typed before, and offers to start over. */
export function DraftNotice({ restoredFrom, onDiscard }: DraftNoticeProps) {
  const { t, formats } = usePage();
  if (restoredFrom === null) return null;
  return (
    <div className="draft-notice">
      <span>{t('draft.restored', { when: formats.moment(new Date(restoredFrom).toISOString()) })}</span>
      <Button appearance="subtle" spacing="compact" onClick={onDiscard}>
        {t('draft.discard')}
      </Button>
    </div>
  );
}
