import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { FailureNotice } from '../../../../components/FailureNotice';
import type { Outcome } from '../../../../lib/call';
import { usePage } from '../../../../lib/Page';
import { useEntryCommand } from './useEntryCommand';

interface EntryActionsProps {
  readonly archived: boolean;
  readonly onArchive: (commandId: string, archived: boolean) => Promise<Outcome<unknown>>;
  readonly onDelete: (commandId: string) => Promise<Outcome<unknown>>;
  readonly onMerge: () => void;
  /** Absent where nobody can be erased. */
  readonly onErase?: () => void;
  readonly onDone: (message: string) => void;
}

/** What can be done with an entry beside correcting it; deleting asks once more. */
export function EntryActions({ archived, onArchive, onDelete, onMerge, onErase, onDone }: EntryActionsProps) {
  const { t } = usePage();
  const [asks, setAsks] = useState(false);
  const command = useEntryCommand(() => setAsks(false));

  async function archive(): Promise<void> {
    const done = await command.send((commandId) => onArchive(commandId, !archived));
    if (done !== null) onDone(t(archived ? 'people.restored' : 'people.archivedDone'));
  }

  async function remove(): Promise<void> {
    const done = await command.send(onDelete);
    if (done !== null) onDone(t('people.deleted'));
  }

  return (
    <div className="entry" role="group" aria-label={t('people.actions')}>
      <div className="button-row">
        <Button onClick={onMerge}>{t('people.merge.open')}</Button>
        <Button onClick={() => void archive()}>{t(archived ? 'people.restore' : 'people.archive')}</Button>
        {asks ? (
          <>
            <Button appearance="danger" onClick={() => void remove()}>
              {t('people.deleteSure')}
            </Button>
            <Button appearance="subtle" onClick={() => setAsks(false)}>
              {t('form.cancel')}
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsks(true)}>{t('people.delete')}</Button>
        )}
        {onErase === undefined ? null : <Button onClick={onErase}>{t('people.erase.open')}</Button>}
      </div>
      {command.failure === null ? null : <FailureNotice failure={command.failure} />}
    </div>
  );
}
