import Button from '@atlaskit/button/new';
import type { ClientLine, ContactEntry, RegisterPage } from '../../../../../../src/contract/register';
import { usePage } from '../../../lib/Page';
import { useNames, type NameOf } from '../../../lib/useNames';
import { languageName } from './languages';

interface RegisterListProps {
  readonly page: RegisterPage;
  readonly isFiltered: boolean;
  readonly onClient: (client: ClientLine) => void;
  readonly onContact: (client: ClientLine, contact: ContactEntry | null) => void;
  readonly onMore: (() => void) | null;
}

function Archived() {
  const { t } = usePage();
  return <span className="lozenge">{t('people.archived')}</span>;
}

interface PersonProps {
  readonly contact: ContactEntry;
  readonly nameOf: NameOf;
  readonly onOpen: () => void;
}

function Person({ contact, nameOf, onOpen }: PersonProps) {
  const { t, context } = usePage();
  const { name, role, language, channel, timeZone, accountId, archived, feedback } = contact;
  const facts = [
    role ?? '',
    language === null ? '' : languageName(context.locale, language),
    channel === null ? '' : t(`channel.${channel}`),
    timeZone ?? '',
    accountId === null ? '' : t('people.account', { name: nameOf(accountId) }),
    feedback === 0 ? '' : t('people.feedback', { count: feedback }),
  ].filter((fact) => fact !== '');
  return (
    <li className="person">
      <div className="person-head">
        <button type="button" className="link-button" onClick={onOpen}>
          {name ?? t('contact.erased')}
        </button>
        {archived ? <Archived /> : null}
      </div>
      {facts.length === 0 ? null : (
        <p className="meta">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      )}
    </li>
  );
}

/** Clients by name with their people; each name opens what is known. */
export function RegisterList({ page, isFiltered, onClient, onContact, onMore }: RegisterListProps) {
  const { t } = usePage();
  const nameOf = useNames(page.contacts.map(({ accountId }) => accountId).filter((id) => id !== null));
  if (page.clients.length === 0) {
    return <p className="quiet">{t(isFiltered ? 'people.nothingFound' : 'people.empty')}</p>;
  }
  return (
    <>
      {page.clients.map((client) => {
        const name = client.name ?? t('contact.erasedClient');
        const people = page.contacts.filter(({ clientId }) => clientId === client.id);
        return (
          <section key={client.id} className="client" aria-label={name}>
            <div className="client-head">
              <h2 className="heading-small">
                <button type="button" className="link-button" onClick={() => onClient(client)}>
                  {name}
                </button>
              </h2>
              {client.archived ? <Archived /> : null}
              {client.hasCalendar ? <span className="lozenge">{t('people.ownCalendar')}</span> : null}
              {client.timeZone === null ? null : <span className="quiet">{client.timeZone}</span>}
              <span className="client-add">
                <Button
                  spacing="compact"
                  appearance="subtle"
                  aria-label={t('people.addPersonTo', { client: name })}
                  onClick={() => onContact(client, null)}
                >
                  {t('people.addPerson')}
                </Button>
              </span>
            </div>
            {people.length === 0 ? <p className="quiet">{t('people.nobody')}</p> : null}
            <ul className="persons">
              {people.map((contact) => (
                <Person key={contact.id} contact={contact} nameOf={nameOf} onOpen={() => onContact(client, contact)} />
              ))}
            </ul>
          </section>
        );
      })}
      <p className="quiet">{t('people.shown', { shown: page.lines, total: page.total })}</p>
      {onMore === null ? null : <Button onClick={onMore}>{t('people.more')}</Button>}
    </>
  );
}
