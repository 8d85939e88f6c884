import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { ClientLine, ContactEntry } from '../../../../../../src/contract/register';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { PartBoundary } from '../../../components/PartBoundary';
import type { Failure } from '../../../lib/call';
import { csvOf } from '../../../lib/csv';
import { download } from '../../../lib/download';
import { usePage } from '../../../lib/Page';
import { exportRows } from './csv/exportRows';
import { ClientForm } from './forms/ClientForm';
import { ContactForm } from './forms/ContactForm';
import { ImportForm } from './lazyImport';
import { RegisterList } from './RegisterList';
import { readRegister, useRegister } from './useRegister';
import './people.css';

/** What is shown in the place of the list. */
type Open =
  | { readonly form: 'client'; readonly client: ClientLine | null }
  | { readonly form: 'contact'; readonly client: ClientLine; readonly contact: ContactEntry | null }
  | { readonly form: 'import' };

function isFailure(value: object): value is Failure {
  return 'code' in value;
}

/** The clients of the project and their people. */
export function PeoplePage() {
  const { t, context, announce } = usePage();
  const register = useRegister();
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  function close(message?: string): void {
    setOpen(null);
    setDone(message ?? null);
    if (message === undefined) return;
    announce(message);
    register.reload();
  }

  async function exportAll(): Promise<void> {
    const found = await readRegister(context.projectId, false);
    setFailure(isFailure(found) ? found : null);
    if (isFailure(found)) return;
    download(t('people.export.file'), [csvOf(exportRows(found.clients, found.contacts))], 'text/csv');
    announce(t('people.export.done', { count: found.contacts.length }));
  }

  if (open?.form === 'client') return <ClientForm line={open.client} onClose={close} />;
  if (open?.form === 'contact') return <ContactForm client={open.client} contact={open.contact} onClose={close} />;
  if (open?.form === 'import') {
    return (
      <PartBoundary fallback={<p className="quiet">{t('list.loading')}</p>}>
        <ImportForm onClose={close} />
      </PartBoundary>
    );
  }
  const { wanted, want, state } = register;
  return (
    <div className="people">
      <p className="quiet">{t('people.about')}</p>
      <div className="people-tools">
        <label className="people-search">
          <span className="visually-hidden">{t('people.search')}</span>
          <input
            className="control"
            type="search"
            placeholder={t('people.search')}
            value={wanted.query}
            onChange={(event) => want({ ...wanted, query: event.target.value })}
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={wanted.archived}
            onChange={(event) => want({ ...wanted, archived: event.target.checked })}
          />
          {t('people.showArchived')}
        </label>
      </div>
      <div className="button-row">
        <Button appearance="primary" onClick={() => setOpen({ form: 'client', client: null })}>
          {t('people.addClient')}
        </Button>
        <Button onClick={() => setOpen({ form: 'import' })}>{t('people.import.open')}</Button>
        <Button onClick={() => void exportAll()}>{t('people.export.open')}</Button>
      </div>
      {done === null ? null : <Notice tone="information">{<p>{done}</p>}</Notice>}
      {failure === null ? null : <FailureNotice failure={failure} onRetry={() => void exportAll()} />}
      {state.phase === 'loading' ? (
        <p className="quiet" role="status">
          {t('list.loading')}
        </p>
      ) : null}
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} onRetry={register.reload} /> : null}
      {state.phase === 'ready' ? (
        <RegisterList
          page={state.page}
          isFiltered={wanted.query !== ''}
          onClient={(client) => setOpen({ form: 'client', client })}
          onContact={(client, contact) => setOpen({ form: 'contact', client, contact })}
          onMore={state.more ? register.loadMore : null}
        />
      ) : null}
    </div>
  );
}
