import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { ConfirmationBox } from '../../../components/ConfirmationBox';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useConfirmation } from '../../../lib/useConfirmation';
import { useCommand } from '../../../lib/useCommand';
import { AccountField } from '../people/forms/AccountField';
import { Part } from './Part';

/** Erases who a user of Jira was in what the project has recorded, after a deliberate second step. */
export function PersonPart() {
  const { t, context, announce } = usePage();
  const [accountId, setAccountId] = useState<string | null>(null);
  const confirmation = useConfirmation();
  const [isErased, setErased] = useState(false);
  const command = useCommand();

  function choose(chosen: string | null): void {
    setAccountId(chosen);
    confirmation.change(false);
    setErased(false);
    command.clear();
  }

  async function run(chosen: string): Promise<void> {
    if (!confirmation.given()) return;
    const { projectId } = context;
    const commandId = crypto.randomUUID();
    const done = await command.run(() => call('person.erase', { commandId, projectId, accountId: chosen }));
    if (done === null) return;
    choose(null);
    setErased(true);
    announce(t('data.person.done'));
  }

  return (
    <Part title={t('data.person.title')} about={t('data.person.about')}>
      <AccountField value={accountId} hint={t('data.person.hint')} onChange={choose} />
      {accountId === null ? null : <ConfirmationBox confirmation={confirmation} />}
      {isErased ? <Notice tone="information" title={t('data.person.done')} /> : null}
      {command.failure === null ? null : <FailureNotice failure={command.failure} />}
      <div className="button-row">
        <Button
          appearance="danger"
          isDisabled={accountId === null || command.busy}
          onClick={() => (accountId === null ? undefined : void run(accountId))}
        >
          {t('data.person.submit')}
        </Button>
      </div>
    </Part>
  );
}
