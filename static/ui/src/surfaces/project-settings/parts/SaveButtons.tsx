import Button from '@atlaskit/button/new';
import { usePage } from '../../../lib/Page';

interface SaveButtonsProps {
  readonly isChanged: boolean;
  readonly busy: boolean;
  readonly onDiscard: () => void;
}

/** Saves everything that was typed on any page, or forgets it. */
export function SaveButtons({ isChanged, busy, onDiscard }: SaveButtonsProps) {
  const { t } = usePage();
  return (
    <div className="button-row">
      <Button type="submit" appearance="primary" isDisabled={!isChanged}>
        {busy ? t('form.saving') : t('settings.save')}
      </Button>
      <Button appearance="subtle" isDisabled={!isChanged} onClick={onDiscard}>
        {t('settings.discard')}
      </Button>
    </div>
  );
}
