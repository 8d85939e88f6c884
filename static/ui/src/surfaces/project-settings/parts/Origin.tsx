import Button from '@atlaskit/button/new';
import { usePage } from '../../../lib/Page';
import { usePlace } from '../state/place';

interface OriginProps {
  /** Of the value. */
  readonly name: string;
  readonly isChosen: boolean;
  /** Whether it is only proposed so far. */
  readonly isProposed?: boolean;
  /** Whether the site chose it for all projects. */
  readonly isSites: boolean;
  readonly onSetBack: () => void;
}

/** Where a value comes from, and the way back to what holds otherwise. */
export function Origin({ name, isChosen, isProposed = false, isSites, onSetBack }: OriginProps) {
  const { t } = usePage();
  const { isSite } = usePlace();
  if (!isChosen) return <p className="origin">{t(isSites ? 'settings.ofSite' : 'settings.builtIn')}</p>;
  return (
    <p className="origin">
      <span>{t(isProposed ? 'settings.guide.proposed' : isSite ? 'settings.ofSite' : 'settings.ofProject')}</span>{' '}
      <Button spacing="compact" appearance="subtle" onClick={onSetBack}>
        {t('settings.setBack')}
        <span className="visually-hidden">{t('settings.setBackOf', { field: name })}</span>
      </Button>
    </p>
  );
}
