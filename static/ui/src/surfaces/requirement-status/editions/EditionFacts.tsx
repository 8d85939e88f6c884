import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { EditionView } from '../../../../../../src/contract/edition';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { call, type Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';

interface FactsProps {
  readonly view: EditionView;
  readonly onErased: () => void;
}

function Erasing({ view: { head }, onErased }: FactsProps) {
  const { t } = usePage();
  const [isSure, setSure] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const erase = async (): Promise<void> => {
    const outcome = await call('edition.erase', { commandId: crypto.randomUUID(), editionId: head.id });
    if (outcome.ok) onErased();
    else setFailure(outcome.failure);
  };
  return (
    <>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="button-row">
        {isSure ? (
          <>
            <Button appearance="danger" spacing="compact" onClick={() => void erase()}>
              {t('edition.eraseNow')}
            </Button>
            <Button appearance="subtle" spacing="compact" onClick={() => setSure(false)}>
              {t('form.cancel')}
            </Button>
          </>
        ) : (
          <Button appearance="subtle" spacing="compact" onClick={() => setSure(true)}>
            {t('edition.erase')}
          </Button>
        )}
      </div>
    </>
  );
}

/** What an edition is: when it was frozen, for whom, and whether it is still what it was. */
export function EditionFacts({ view, onErased }: FactsProps) {
  const { t, formats } = usePage();
  const { head, isIntact, mayErase } = view;
  const { number, name, date, frozenAt, note, sha256, forEveryone, isErased } = head;
  return (
    <div className="edition-facts">
      <p>
        <strong>{t('edition.named', { number, name: name ?? t('edition.noName') })}</strong>{' '}
        {t('edition.frozen', { day: formats.day(date), moment: formats.moment(frozenAt) })}{' '}
        {forEveryone ? t('edition.published') : t('edition.asYouMay')}
      </p>
      {note === null ? null : <p className="prose">{note}</p>}
      <p className="quiet digest">{t('edition.digest', { sha256 })}</p>
      {isErased && (
        <Notice tone="information">
          <p>{t('edition.erased')}</p>
        </Notice>
      )}
      {!isIntact && (
        <Notice tone="danger">
          <p>{t('edition.altered')}</p>
        </Notice>
      )}
      {mayErase && <Erasing view={view} onErased={onErased} />}
    </div>
  );
}
